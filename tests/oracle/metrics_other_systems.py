"""vendor_definitions, one small rule at a time, over days counted off a calendar."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from oracle import openings
from oracle.asking import Asked
from oracle.metrics_time import is_fill, seats_by_group
from oracle.offers import latest_offers
from oracle.reading import Export, Row
from oracle.survival import median_day, survival_curve, thin_from

Rule = Callable[[Any], "float | None"]


@dataclass(frozen=True)
class Job:
    """A search and those of its seats that are looked at."""

    export: Export
    search: Row
    seats: list[openings.Seat]

    @property
    def hires(self) -> list[date]:
        """The days on which its seats were filled."""
        return sorted(s.ended_on for s in self.seats if s.outcome == "filled" and s.ended_on)

    @property
    def is_open(self) -> bool:
        """Whether the search has not been closed."""
        return self.search["status"] in ("open", "on_hold")

    def to_closing(self, is_net: bool) -> int | None:
        """Days from its opening to its closing, on hold or not."""
        end = self.search.get("closed_on")
        return None if self.is_open or end is None else self.days(end, is_net)

    def days(self, end: date, is_net: bool = False) -> int:
        """Days from the search's opening."""
        start = self.search["opened_on"]
        held = openings.days_held(self.export, self.search, start, end) if is_net else 0
        return (end - start).days - held


def job_rules() -> dict[str, Rule]:
    """The days that a definition says of a whole search."""

    def closed_as_filled(job: Job, is_net: bool) -> int | None:
        return job.to_closing(is_net) if job.search["status"] == "filled" else None

    def heads(job: Job) -> float | None:
        return sum(map(job.days, job.hires)) / len(job.hires) if job.hires else None

    def days_open(job: Job) -> int | None:
        first = min(seat.opened_on for seat in job.seats)
        if all(seat.outcome == "cancelled" for seat in job.seats):
            return None
        return ((job.hires[-1] if job.hires else job.export.as_of.on) - first).days

    return {
        "icims": lambda job: job.to_closing(False),
        "pinpoint": heads,
        "smartrecruiters": days_open,
        "hirebridge_gross": lambda job: closed_as_filled(job, False),
        "hirebridge_net": lambda job: closed_as_filled(job, True),
        "carerix_filled": lambda job: job.to_closing(True) if job.hires else None,
        "carerix_unfilled": lambda job: None if job.hires else job.to_closing(True),
        "lever": lambda job: job.days(job.hires[-1]) if len(job.hires) == len(job.seats) else None,
    }


def seat_rules(export: Export) -> dict[str, Rule]:
    """The days that a definition says of one filled seat."""
    starts: dict[str, date] = {}
    for row in export.rows("placements"):
        if row.get("started_on"):
            known = starts.get(row["submission_id"], row["started_on"])
            starts[row["submission_id"]] = min(known, row["started_on"])

    def active(seat: openings.Seat) -> int:
        return openings.days_between(export, seat, seat.ended_on or date.max, "active")

    def since(seat: openings.Seat, start: date | None, is_net: bool = False) -> int | None:
        if start is None or seat.ended_on is None:
            return None
        held = openings.days_held(export, seat.search, start, seat.ended_on) if is_net else 0
        return (seat.ended_on - start).days - held

    def to_start(seat: openings.Seat) -> int | None:
        started = starts.get(seat.filled_by["submission_id"]) if seat.filled_by else None
        return started and active(seat) + (started - seat.ended_on).days

    return {
        "shrm": lambda seat: since(seat, seat.opened_on),
        "pwc": lambda seat: since(seat, seat.search.get("approved_on")),
        "jobscore": active,
        "jobscore_start": to_start,
        "workable": lambda seat: since(seat, seat.search["opened_on"], is_net=True),
        "lever_hire": lambda seat: since(
            seat, seat.filled_by["received_at"].on if seat.filled_by else None
        ),
    }


def vendor_definitions(export: Export, asked: Asked) -> list[Row]:
    """One row for each definition that these tables can show, all on the same seats."""
    seats = [s for s in seats_by_group(export, asked)[None] if not s.is_excluded]
    jobs = jobs_of(export, seats)
    lives = [openings.life(export, seat, "calendar", None) for seat in seats]
    curve = [s for s in survival_curve(lives, is_fill) if s.day < thin_from(lives)]
    ours = median_day(curve)
    rows = [{"definition": "ours", "cases": len(seats), "left_out": 0, "days": ours}]
    for name, rule in seat_rules(export).items():
        pairs = [(rule(s) if s.outcome == "filled" else None, s.outcome == "open") for s in seats]
        rows.append(row_of(name, pairs))
    for name, rule in job_rules().items():
        rows.append(row_of(name, [(rule(job), job.is_open) for job in jobs]))
    rows.append(row_of("greenhouse", list(answered(export, {j.search["search_id"] for j in jobs}))))
    for row in rows[1:]:
        row["difference_days"] = None if None in (row["days"], ours) else row["days"] - ours
    return rows if seats else []


def jobs_of(export: Export, seats: list[openings.Seat]) -> list[Job]:
    """The searches of the seats."""
    ordered = sorted(seats, key=lambda seat: str(seat.search["search_id"]))
    by_search = groupby(ordered, key=lambda seat: str(seat.search["search_id"]))
    groups = [list(group) for _, group in by_search]
    return [Job(export, group[0].search, group) for group in groups]


def answered(export: Export, searches: set[str]) -> Iterator[tuple[int | None, bool]]:
    """From a candidate's coming in to the answer, for the offers of these searches."""
    submissions = export.by_id("submissions", "submission_id")
    for offer in latest_offers(export):
        submission, at = submissions[offer["submission_id"]], offer.get("answered_at")
        is_pending = offer["outcome"] == "pending"
        backwards = not is_pending and (at is None or at.on < offer["extended_at"].on)
        if submission["search_id"] in searches and not backwards:
            is_answered = offer["outcome"] in ("accepted", "declined")
            days = (at.on - submission["received_at"].on).days if is_answered else None
            yield days, is_pending


def row_of(name: str, pairs: list[tuple[float | None, bool]]) -> Row:
    """How many were counted and left out, and their mean."""
    counted = [days for days, _ in pairs if days is not None and days >= 0]
    open_ones = sum(is_open and (days is None or days < 0) for days, is_open in pairs)
    row: Row = {"definition": name, "cases": len(counted), "left_out": len(pairs) - len(counted)}
    row |= {"left_out_open": open_ones}
    return row | {"days": sum(counted) / len(counted) if counted else None}
