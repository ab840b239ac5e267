"""Two lists of submissions beside one another: the sentence, the cards and the tables."""

from collections.abc import Mapping

import pandas as pd

from partnership import figures, wording
from partnership.figures import Card
from partnership.labels import lists_compared as words

Counts = Mapping[str, int]
OURS = ("submission_id", "title", "candidate_id", "our_day")
THEIRS = ("line", "their_submission_id", "their_search", "their_candidate_id", "their_day")
BOTH = ("submission_id", "title", "their_day", "our_day", "days_later", "matched_by", "line")
# Which columns tell the rows of each kind.
COLUMNS = {
    "other_day": BOTH,
    "only_theirs": THEIRS,
    "only_ours": OURS,
    "refused": ("line", "not_compared_because"),
    "both": BOTH,
}


def finding(counts: Counts, agency: str, first: object, last: object) -> str:
    """In how many cases the two lists differ."""
    cases = sum(counts[name] for name in ("other_day", "only_theirs", "only_ours"))
    return words.FINDING["differ" if cases else "agree"].format(
        agency=agency,
        both=figures.number(counts["both"]),
        cases=figures.counted(cases, words.CASE, words.CASES),
        first=figures.day(first),
        last=figures.day(last),
    )


def cards(counts: Counts, agency: str) -> list[Card]:
    """How many are on both lists, on one alone, on other days, and how many were not compared."""
    count = {name: figures.number(number) for name, number in counts.items()}
    rows = words.OF_ROWS.format(
        rows=figures.number(counts["both"] + counts["only_theirs"] + counts["refused"])
    )
    ours = words.OF_OURS.format(ours=figures.number(counts["both"] + counts["only_ours"]))
    return [
        Card(words.BOTH, count["both"], rows),
        Card(words.OTHER_DAY, count["other_day"], words.OF_BOTH.format(both=count["both"])),
        Card(words.ONLY_THEIRS.format(agency=agency), count["only_theirs"], rows),
        Card(words.ONLY_OURS, count["only_ours"], ours),
        Card(words.REFUSED, count["refused"], rows),
    ]


def explained(counts: Counts, spans: tuple[str, str], not_read: tuple[str, ...]) -> str:
    """Which days each list covers, what the rows were matched by, and what was not read."""
    said = words.SPANS.format(
        theirs=spans[0],
        ours=spans[1],
        ids=figures.number(counts["by_submission_id"]),
        candidates=figures.number(counts["by_candidate"]),
        emails=figures.number(counts["by_email"]),
    )
    return f"{said} {words.NOT_READ.format(sheets=', '.join(not_read))}" if not_read else said


def titles(agency: str) -> dict[str, str]:
    """The heading over the rows of each kind, those to talk about first."""
    return {
        "other_day": words.OTHER_DAY,
        "only_theirs": words.ONLY_THEIRS.format(agency=agency),
        "only_ours": words.ONLY_OURS,
        "refused": words.REFUSED,
        "both": words.BOTH,
    }


def rows_of(rows: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The rows of one kind as people read them."""
    is_other_day = rows["has_other_day"].eq(True)
    chosen = rows[is_other_day if kind == "other_day" else rows["outcome"] == kind]
    shown = chosen.assign(
        matched_by=chosen["matched_by"].map(words.MATCHED_BY),
        not_compared_because=[_reason(text) for text in chosen["reason"]],
    )
    for name in ("their_day", "our_day"):
        shown[name] = pd.to_datetime(shown[name])
    for name in ("line", "days_later"):
        shown[name] = pd.to_numeric(shown[name]).astype("Int64")
    return shown[list(COLUMNS[kind])].reset_index(drop=True)


def _reason(text: object) -> str:
    return wording.columns_as_words(str(text)) if isinstance(text, str) else ""
