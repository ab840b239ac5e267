"""A block's rows → the tables of the export, with ids that go on from the blocks before."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from partnership.sample import conduct, demand, meetings, process, stays, terms
from partnership.sample.agencies import Agency
from partnership.sample.block import Block
from partnership.sample.clock import NONE, Ints, day_at, last_before, position
from partnership.sample.company import (
    DEPARTMENT_NAMES,
    DEPARTMENTS,
    FAMILIES,
    LEVELS,
    SITES,
    TITLES,
)
from partnership.sample.demand import CANCELLED, OPEN, OUTCOMES, is_on_hold, last_waves
from partnership.sample.draws import Streams, words
from partnership.sample.people import candidate_rows
from partnership.sample.writing import Export

STATUSES = ["open", "on_hold", "filled", "cancelled"]
ENGAGEMENTS = ["contingent", "exclusive", "retained"]
CURRENCIES = np.array([site.currency for site in SITES], dtype=object)


@dataclass
class Numbers:
    """How many rows of each table have an id already."""

    used: dict[str, int] = field(default_factory=dict)

    def ids(self, table: str, count: int) -> Ints:
        """The next `count` ids."""
        before = self.used.get(table, 0)
        self.used[table] = before + count
        return np.arange(before + 1, before + count + 1)


def write_block(
    export: Export, numbers: Numbers, agencies: list[Agency], streams: Streams, block: Block
) -> None:
    """Appends everything of a block to the export."""
    search = numbers.ids("searches", len(block.found))
    persons_before = numbers.used.get("submissions", 0)
    submission = numbers.ids("submissions", len(block.rows))
    export.add("searches", search_rows(streams("search rows"), block, search))
    export.add("holds", demand.hold_rows(streams("holds"), block.demand.waves, search))
    export.add("openings", opening_rows(block, search, submission, numbers))
    export.add("briefs", brief_rows(block, search))
    _write_candidates(export, numbers, agencies, streams, block, persons_before)
    _write_way(export, numbers, streams, block, search, submission)
    _write_offers(export, numbers, agencies, streams, block, submission)
    _write_conduct(export, numbers, agencies, streams, block, search, submission)


def search_rows(rng: np.random.Generator, block: Block, search: Ints) -> pd.DataFrame:
    """The table `searches`."""
    found, department = block.found, block.found["department"].to_numpy()
    opened = found["opened"].to_numpy()
    site = found["site"].to_numpy()
    return pd.DataFrame(
        {
            "search_id": search,
            "client_id": 1,
            "title": words(found["title"], TITLES),
            "opened_on": opened,
            "status": words(_status(block), STATUSES),
            "approved_on": day_at(position(opened) - rng.integers(1, 9, len(found))),
            "closed_on": block.closed,
            "openings": found["seats"],
            "target_fill_on": opened + rng.choice([45, 60, 75, 90], len(found)),
            "department": words(department, DEPARTMENT_NAMES),
            "location": words(site, [s.name for s in SITES]),
            "time_zone": words(site, [s.zone for s in SITES]),
            "country": np.array([s.country for s in SITES], dtype=object)[site],
            "role_family": words(found["family"], FAMILIES),
            "level": words(found["level"], LEVELS),
            "hr_partner": np.array([d.hr_partner for d in DEPARTMENTS], dtype=object)[department],
            "business_leader": np.array([d.leader for d in DEPARTMENTS], dtype=object)[department],
        }
    )


def _status(block: Block) -> Ints:
    seats = block.demand.seats
    last = last_waves(block.demand.waves)
    outcomes = seats["outcome"].to_numpy()
    has_open = np.bincount(seats["wave"], outcomes == OPEN, len(block.demand.waves))[last.index] > 0
    has_cancelled = (
        np.bincount(seats["wave"], outcomes == CANCELLED, len(block.demand.waves))[last.index] > 0
    )
    return np.select([has_open & is_on_hold(last), has_open, has_cancelled], [1, 0, 3], 2)


def opening_rows(block: Block, search: Ints, submission: Ints, numbers: Numbers) -> pd.DataFrame:
    """The table `openings`: each filled seat names the submission whose acceptance stands."""
    seats, rows = block.demand.seats, block.rows
    ids = numbers.ids("openings", len(seats))
    filled_by = np.full(len(seats), NONE)
    hired = np.flatnonzero(rows["kind"] == 0)
    filled_by[rows["seat"].to_numpy()[hired]] = submission[hired]
    replaces = seats["replaces"].to_numpy()
    return pd.DataFrame(
        {
            "opening_id": ids,
            "search_id": search[seats["search"]],
            "opened_on": seats["opened"],
            "closed_on": seats["ended"],
            "outcome": words(seats["outcome"], OUTCOMES),
            "filled_by_submission_id": filled_by,
            "replaces_opening_id": np.where(replaces < 0, NONE, ids[replaces]),
        }
    )


def brief_rows(block: Block, search: Ints) -> pd.DataFrame:
    """The table `briefs`."""
    briefed = block.briefed
    return pd.DataFrame(
        {
            "search_id": search[briefed["search"]],
            "agency_id": briefed["agency"] + 1,
            "briefed_at": briefed["briefed"],
            "released_at": briefed["released"],
            "engagement": words(briefed["engagement"], ENGAGEMENTS),
            "zone": block.site[briefed["search"]],
        }
    )


def _write_candidates(
    export: Export,
    numbers: Numbers,
    agencies: list[Agency],
    streams: Streams,
    block: Block,
    persons_before: int,
) -> None:
    site = block.site[block.rows["search"]]
    records = candidate_rows(streams("records"), agencies, block.rows, site, persons_before)
    block.rows["candidate"] += numbers.used.get("candidates", 0) + 1
    export.add("candidates", records.assign(candidate_id=numbers.ids("candidates", len(records))))


def _write_way(
    export: Export, numbers: Numbers, streams: Streams, block: Block, search: Ints, submission: Ints
) -> None:
    rows = block.rows
    zone = block.site[rows["search"]]
    outcomes = block.demand.seats["outcome"].to_numpy() == CANCELLED
    is_cancelled = (
        np.bincount(block.demand.seats["wave"], outcomes, len(block.demand.waves))[rows["wave"]] > 0
    )
    told = process.submission_rows(streams("submission rows"), rows, is_cancelled)
    told = told.assign(
        submission_id=submission, search_id=search[rows["search"]], candidate_id=rows["candidate"]
    )
    export.add("submissions", told.assign(zone=zone))
    stages = process.stage_rows(streams("stages"), rows)
    export.add(
        "stage_events",
        stages.assign(
            submission_id=submission[stages["submission"]], zone=zone[stages["submission"]]
        ),
    )
    department = block.found["department"].to_numpy()[rows["search"]]
    held = process.interview_rows(streams("interviews"), rows, department)
    which = held["submission"]
    ids = numbers.ids("interviews", len(held))
    export.add(
        "interviews",
        held.assign(interview_id=ids, submission_id=submission[which], zone=zone[which]),
    )


def _write_offers(
    export: Export,
    numbers: Numbers,
    agencies: list[Agency],
    streams: Streams,
    block: Block,
    submission: Ints,
) -> None:
    zone = block.site[block.rows["search"]]
    offers = terms.offer_rows(streams("offer rows"), block.offers)
    which = offers["submission"]
    ids = numbers.ids("offers", len(offers))
    export.add(
        "offers", offers.assign(offer_id=ids, submission_id=submission[which], zone=zone[which])
    )
    placed = stays.placement_rows(streams("placement rows"), agencies, block.accepted)
    which = placed["submission"]
    ids = numbers.ids("placements", len(placed))
    placed["currency"] = np.where(placed["fee_amount"] >= 0, CURRENCIES[placed["site"]], None)
    export.add("placements", placed.assign(placement_id=ids, submission_id=submission[which]))


def _write_conduct(
    export: Export,
    numbers: Numbers,
    agencies: list[Agency],
    streams: Streams,
    block: Block,
    search: Ints,
    submission: Ints,
) -> None:
    site, closed = block.site, block.closed
    end = last_before(closed)[block.briefed["search"]]
    released = block.briefed["released_place"].to_numpy()
    end = np.where(released < 0, end, np.minimum(end, released))
    asked = conduct.request_rows(streams("requests"), agencies, block.briefed, end, site)
    asked = asked.assign(
        request_id=numbers.ids("requests", len(asked)), search_id=search[asked["search"]]
    )
    export.add("requests", asked)
    changed = conduct.brief_change_rows(
        streams("changes"), block.found["opened"].to_numpy(), closed, site
    )
    export.add("brief_changes", changed.assign(search_id=search[changed["search"]]))
    fees = np.full(len(block.rows), NONE)
    fees[block.offers["submission"]] = block.offers["offered"] * 22 // 100
    row_site = site[block.rows["search"]]
    raised = conduct.dispute_rows(streams("disputes"), block.rows, fees, CURRENCIES, row_site)
    ids = numbers.ids("disputes", len(raised))
    export.add(
        "disputes", raised.assign(dispute_id=ids, submission_id=submission[raised["submission"]])
    )
    kickoffs = meetings.kickoff_meetings(streams("kickoffs"), block.briefed, site)
    write_meetings(export, numbers, agencies, streams, kickoffs, search)


def write_meetings(
    export: Export,
    numbers: Numbers,
    agencies: list[Agency],
    streams: Streams,
    met: pd.DataFrame,
    search: Ints,
) -> None:
    """Appends meetings and who came to them."""
    ids = numbers.ids("meetings", len(met))
    searches = np.where(met["search"] < 0, NONE, np.append(search, NONE)[met["search"]])
    export.add("meetings", meetings.meeting_rows(met).assign(meeting_id=ids, search_id=searches))
    came = meetings.attendee_rows(streams("attendees"), agencies, met)
    export.add("meeting_attendees", came.assign(meeting_id=ids[came["meeting"]]))
