"""redundant_submissions, feedback_latency and funnel."""

from collections.abc import Hashable, Iterable
from datetime import timedelta
from typing import Any

from oracle import offers, submissions
from oracle.asking import Asked, grouped, search_group
from oracle.reading import Export, Row
from oracle.survival import Life, median_day, rate, survival_curve, wilson

CLASSES = ("resubmitted", "known_here", "collision", "post_reject", "known_elsewhere")


def submissions_by_group(export: Export, asked: Asked, only_agencies: bool) -> dict[Any, list[Row]]:
    """Submissions received in the period, each with its redundancy class."""
    classes, searches = (
        submissions.redundancy_classes(export),
        export.by_id("searches", "search_id"),
    )
    facts = [
        row | {"class": classes.get(row["submission_id"])}
        for row in submissions.in_order(export)
        if asked.has_day(row["received_at"].on)
        and asked.has_agency(row.get("agency_id"))
        and (row["channel"] == "agency" or not only_agencies)
    ]

    def groups(row: Row) -> Iterable[Hashable]:
        if asked.by == "channel":
            return [row["channel"]]
        search, day = searches[row["search_id"]], row["received_at"].on
        return [search_group(asked.by, search, day, row.get("agency_id"))]

    return grouped(asked.by, facts, groups)


def redundant_submissions(export: Export, asked: Asked) -> list[Row]:
    """How much of what agencies send was known already."""
    rows = []
    for group, facts in submissions_by_group(export, asked, True).items():
        number = {name: sum(f["class"] == name for f in facts) for name in CLASSES}
        redundant = sum(number[name] for name in submissions.REDUNDANT)
        low, high = wilson(redundant, len(facts))
        row = {"group": group, "submissions": len(facts), "redundant": redundant}
        row |= {"redundancy_rate": rate(redundant, len(facts))}
        rows.append(row | {"redundancy_low": low, "redundancy_high": high} | number)
    return rows


def feedback_latency(export: Export, asked: Asked) -> list[Row]:
    """How long agencies wait for an answer, those still waiting included."""
    rows = []
    for group, facts in submissions_by_group(export, asked, True).items():
        replies = [r for f in facts if (r := submissions.reply(export, f)) is not None]
        lives = [Life(r.days, "answered" if r.outcome == "answered" else "open") for r in replies]
        evaluable = sum(r.is_evaluable for r in replies)
        on_time = sum(r.is_on_time for r in replies)
        row = {"group": group, "submissions": len(replies)}
        row |= {name: sum(r.outcome == name for r in replies) for name in ("answered", "waiting")}
        row |= {"median_days": median_day(survival_curve(lives, lambda c: c == "answered"))}
        rows.append(
            row
            | {"evaluable": evaluable, "on_time": on_time, "on_time_rate": rate(on_time, evaluable)}
        )
    return rows


SILENT_AFTER = timedelta(days=30)


def silent_submissions(export: Export, asked: Asked) -> list[Row]:
    """How many of those that are thirty days old had no answer by their thirtieth day."""
    rows = []
    for group, facts in submissions_by_group(export, asked, True).items():
        silent, old = 0, 0
        for fact in facts:
            by, how = fact["received_at"].on + SILENT_AFTER, submissions.reply(export, fact)
            if how is None or by > export.as_of.on:
                continue
            gone, decided = fact.get("withdrawn_at"), submissions.decision(export, fact)
            end = {"withdrawn": gone, "waiting": None}.get(how.outcome, decided)
            in_time = end is not None and end.on <= by
            old += not in_time or how.outcome == "answered"
            silent += not in_time
        row = {"group": group, "submissions": old, "silent": silent}
        rows.append(row | {"silent_rate": rate(silent, old)})
    return rows


STEPS = ("interviewed", "offered", "accepted", "started")
# Without a table that shows a step, nobody can be said not to have taken it.
SHOWN_BY = {
    "interviewed": {"interviews", "stage_events"},
    "offered": {"offers", "stage_events"},
    "accepted": {"offers", "stage_events"},
    "started": {"placements"},
}


def steps_reached(export: Export) -> dict[str, int]:
    """Submission id → how many of the steps it reached; each is implied by any later one."""
    reached: dict[str, int] = {}

    def note(submission_id: str, step: str) -> None:
        reached[submission_id] = max(reached.get(submission_id, 0), STEPS.index(step) + 1)

    for row in export.rows("interviews"):
        if row["status"] == "held":
            note(row["submission_id"], "interviewed")
    by_stage = {"interview": "interviewed", "offer": "offered", "hired": "accepted"}
    for row in export.rows("stage_events"):
        if row["stage"] in by_stage:
            note(row["submission_id"], by_stage[row["stage"]])
    for row in offers.latest_offers(export):
        note(row["submission_id"], "accepted" if row["outcome"] == "accepted" else "offered")
    for row in export.rows("placements"):
        if row.get("started_on") is not None and export.as_of.knows(row["started_on"]):
            note(row["submission_id"], "started")
    return reached


def funnel(export: Export, asked: Asked) -> list[Row]:
    """How far what was received came."""
    reached, rows = steps_reached(export), []
    for group, facts in submissions_by_group(export, asked, False).items():
        new = [f for f in facts if f["class"] not in submissions.REDUNDANT]
        row: Row = {"group": group, "received": len(facts), "redundant": len(facts) - len(new)}
        row["submissions"] = len(new)
        for number, step in enumerate(STEPS, start=1):
            count = sum(reached.get(f["submission_id"], 0) >= number for f in new)
            is_known = SHOWN_BY[step] & export.has or count == len(new)
            row[step] = count if is_known else None
        rows.append(row)
    return rows
