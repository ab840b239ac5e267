"""What the Overview says."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from partnership import figures, palette
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.findings.time_to_fill import FILLED_NAMES
from partnership.labels import overview as words

Row = Mapping[str, Any]
# A measure and the sentence about it.
Said = tuple[str, str]
MOST_CHANGES = 5
# How the small chart draws rows of meeting_rhythm.
IN_TOUCH = {"value": "rhythm_coverage", "of": ("covered_days", "window_days")}
REDUNDANT_PARTS = {
    "resubmitted": (words.REDUNDANT_PARTS["resubmitted"], palette.RESUBMITTED),
    "post_reject": (words.REDUNDANT_PARTS["post_reject"], palette.POST_REJECT),
    "collision": (words.REDUNDANT_PARTS["collision"], palette.COLLISION),
    "known_here": (words.REDUNDANT_PARTS["known_here"], palette.KNOWN_HERE),
}
OFFER_PARTS = {
    "accepted": (words.OFFER_PARTS["accepted"], palette.ACCEPTED),
    "declined": (words.OFFER_PARTS["declined"], palette.DECLINED),
    "expired": (words.OFFER_PARTS["expired"], palette.EXPIRED),
    "rescinded": (words.OFFER_PARTS["rescinded"], palette.RESCINDED),
    "pending": (words.OFFER_PARTS["pending"], palette.PENDING),
}


def finding(statuses: pd.DataFrame) -> str:
    """How many partnerships are in which state, and in how many the next step is ours."""
    if statuses.empty:
        return ""
    counts = statuses["status"].value_counts()
    parts = [
        words.COUNTED[status][int(counts[status] > 1)].format(
            count=figures.number(int(counts[status]))
        )
        for status in words.COUNTED
        if status in counts
    ]
    named = figures.counted(len(statuses), words.PARTNERSHIP, words.PARTNERSHIPS)
    said = words.OF_PARTNERSHIPS.format(partnerships=named, states=", ".join(parts))
    return " ".join(part for part in (said, _is_it_us(statuses)) if part)


def filled(measured: Measured) -> Card:
    """Filled by day 60, from rows of fill_counts."""
    return _card(words.FILLED_BY_60, measured, FILLED_NAMES, words.FILLED_OF, "filled")


def in_touch(measured: Measured) -> Card:
    """In touch as agreed, from rows of meeting_rhythm. Days follow each other, so no likely
    range."""
    names = ("covered_days", "window_days", "rhythm_coverage")
    return _card(words.IN_TOUCH, measured, names, words.IN_TOUCH_OF, "in_touch")


def redundant(measured: Measured) -> Card:
    """Redundant submissions, from rows of redundant_submissions."""
    names = ("redundant", "submissions", "redundancy_rate", "redundancy_low", "redundancy_high")
    return _card(words.REDUNDANT, measured, names, words.REDUNDANT_OF, "redundant")


def accepted(measured: Measured) -> Card:
    """Offers accepted, from rows of offer_outcomes with their `answered`."""
    names = ("accepted", "answered", "acceptance_rate", "acceptance_low", "acceptance_high")
    return _card(words.ACCEPTED, measured, names, words.ACCEPTED_OF, "accepted")


def hr_answers(measured: Measured) -> Card:
    """HR's answers within the agreed working days, from rows of feedback_latency."""
    names = ("on_time", "evaluable", "on_time_rate", "on_time_low", "on_time_high")
    return _card(words.HR_ANSWERS, measured, names, words.HR_ANSWERS_OF, "answers")


def kickoff(measured: Measured) -> Card:
    """Kickoffs with all three, from rows of kickoff_coverage."""
    names = ("tri_party", "due", "tri_party_rate", "tri_party_low", "tri_party_high")
    return _card(words.KICKOFF, measured, names, words.KICKOFF_OF, "kickoff")


def with_answered(offers: pd.DataFrame) -> pd.DataFrame:
    """Rows of offer_outcomes with the number that got an answer, the denominator of their rate."""
    return offers.assign(answered=offers["accepted"] + offers["declined"] + offers["expired"])


def partnership_table(statuses: pd.DataFrame) -> pd.DataFrame:
    """The partnerships with their state, the one reason and who moves next in words; those that
    need a conversation first, then those on track."""
    order = list(words.STATUS)
    shown = statuses.assign(
        state=[words.STATUS[status] for status in statuses["status"]],
        why=[reason(row) for row in statuses.to_dict("records")],
        next_step=[words.MOVERS.get(mover, figures.DASH) for mover in statuses["who_moves_next"]],
        rank=[order.index(status) for status in statuses["status"]],
    )
    return shown.sort_values(["rank", "reasons", "agency_name"], ascending=[True, False, True])


def reason(row: Row) -> str:
    """The one reason of a partnership's state with its number, from a row of
    partnership_status."""
    name = row["reason"]
    if figures.is_missing(name):
        return _nothing_pressing(row)
    return words.REASONS[name].format(
        days=figures.days(row["days"]),
        agreed=figures.number(row["agreed_days"]),
        share=figures.percent(row["rate"]),
        floor=figures.percent(row["floor"]),
        of=figures.k_of_n(row["k"], row["n"]),
        k=figures.number(row["k"]),
    )


def status_in_words(row: Row) -> str:
    """A partnership's reason, who moves next, its silence and what waits, as sentences."""
    why = reason(row)
    parts = [f"{why[:1].upper()}{why[1:]}."]
    if not figures.is_missing(row["who_moves_next"]):
        parts.append(words.NEXT_STEP.format(who=words.MOVERS[row["who_moves_next"]]))
    if not figures.is_missing(row["silent_days"]) and row["reason"] != "silence":
        parts.append(words.SILENT_FOR.format(days=figures.days(row["silent_days"])))
    if row["waiting"]:
        parts.append(words.WAITING.format(count=figures.number(row["waiting"])))
    return " ".join(parts)


def measures_table(measures: pd.DataFrame) -> pd.DataFrame:
    """Rows of partnership_measures as people read them."""
    return pd.DataFrame(
        [
            {
                "measure": words.MEASURES[row["measure"]],
                "value": figures.share(row["k"], row["n"], row["rate"]),
                "cases": figures.k_of_n(row["k"], row["n"]),
                "likely": _range(row),
                "agreed": _agreed(row),
                "verdict": _verdict(row),
            }
            for row in measures.to_dict("records")
        ],
        columns=words.MEASURE_COLUMNS,
    )


def changes(
    rows: pd.DataFrame | None, months: pd.DataFrame, names: Mapping[str, str]
) -> list[tuple[str, str]]:
    """At most five sentences about what changed, each with the page file that tells more: those of
    all agencies, then months that are unlike the usual ones, then single agencies', the largest
    first. `rows` are measure_changes, `months` measure_months, `names` the agencies'."""
    moved = _moved(rows, names)
    found = [*moved[True], *_unusual(months), *moved[False]][:MOST_CHANGES]
    return [(said, words.SCREEN_OF[measure]) for measure, said in found]


def _moved(rows: pd.DataFrame | None, names: Mapping[str, str]) -> dict[bool, list[Said]]:
    """What rows of measure_changes say has changed, apart by whether it is of all together."""
    said: dict[bool, list[Said]] = {True: [], False: []}
    if rows is not None:
        found = rows[rows["is_change"]]
        largest_first = found.reindex(found["difference"].abs().sort_values(ascending=False).index)
        for row in largest_first.to_dict("records"):
            is_of_all = figures.is_missing(row["agency_id"])
            said[is_of_all].append((row["measure"], _change(row, names)))
    return said


def _unusual(months: pd.DataFrame) -> list[Said]:
    """Of each measure the last month that may be named, the newest first."""
    named = months[months["is_named"]].sort_values("month", kind="stable")
    newest = named.groupby("measure", sort=False).tail(1).iloc[::-1]
    return [(row["measure"], _month(row)) for row in newest.to_dict("records")]


def _month(row: Row) -> str:
    sentence = words.MONTH_BEYOND if row["signal"] == "beyond" else words.MONTHS_IN_A_ROW
    return sentence.format(
        what=words.MEASURES[row["measure"]],
        month=figures.month(row["month"]),
        side=words.ABOVE if row["rate"] > row["usual_share"] else words.BELOW,
        share=figures.percent(row["rate"]),
        of=figures.k_of_n(row["k"], row["n"]),
        usual=figures.percent(row["usual_share"]),
        low=f"{100 * row['usual_low']:.0f}",
        high=figures.percent(row["usual_high"]),
    )


def none_redundant(quarters: pd.DataFrame) -> str:
    """What is said in the place of an empty chart: there were submissions, none redundant."""
    if quarters["submissions"].sum() and not quarters["redundant"].sum():
        return words.NONE_REDUNDANT
    return ""


def _card(label: str, measured: Measured, names: Sequence[str], of: str, explained: str) -> Card:
    return measured_card(label, measured, names, of=of, explained=words.EXPLAINED[explained])


def _nothing_pressing(row: Row) -> str:
    if row["status"] == "on_track":
        return words.ALSO_SLOW if row["is_hr_past_floor"] else words.NOTHING_PRESSING
    if row["has_target"] or not figures.is_enough_for_evidence(row["most_cases"]):
        cases = figures.counted(row["most_cases"], words.CASE, words.CASES)
        return words.FEW_CASES.format(cases=cases)
    return words.NO_TARGET_AGREED


def _range(row: Row) -> str:
    if not figures.is_enough(row["n"]):
        return figures.DASH
    return f"{100 * row['low']:.0f}–{figures.percent(row['high'])}"


def _agreed(row: Row) -> str:
    if figures.is_missing(row["target"]):
        return figures.DASH
    floor, target = figures.percent(row["floor"]), figures.percent(row["target"])
    agreed = words.AGREED_AT_MOST if _is_at_most(row) else words.AGREED
    return agreed.format(floor=floor, target=target)


def _verdict(row: Row) -> str:
    is_past = row["verdict"] == "past floor" and _is_at_most(row)
    return words.VERDICTS["past limit" if is_past else row["verdict"]]


def _is_at_most(row: Row) -> bool:
    """Whether less is better: the target lies below the floor, which then is a limit."""
    return not figures.is_missing(row["target"]) and row["target"] < row["floor"]


def _is_it_us(statuses: pd.DataFrame) -> str:
    talking = statuses[statuses["status"] == "needs_conversation"]
    ours = int(talking["who_moves_next"].eq("hr").sum())
    slow = int(statuses["is_hr_past_floor"].sum())
    if slow > 1:
        return words.SLOW_FOR_MANY.format(count=slow)
    if not ours:
        return ""
    return words.OURS_ONE if ours == 1 else words.OURS.format(count=ours)


def _change(row: Row, names: Mapping[str, str]) -> str:
    measure = row["measure"]
    who = words.WITH_AGENCY.format(agency=names.get(row["agency_id"], row["agency_id"]))
    return words.CHANGED.format(
        what=words.MEASURES[measure],
        who="" if figures.is_missing(row["agency_id"]) else who,
        verb=words.ROSE if row["difference"] > 0 else words.FELL,
        before=figures.percent(row["before_rate"]),
        after=figures.percent(row["rate"]),
        of=figures.k_of_n(row["k"], row["n"]),
        before_of=figures.k_of_n(row["before_k"], row["before_n"]),
    )
