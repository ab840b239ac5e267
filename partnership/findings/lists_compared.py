"""Two lists of submissions beside one another: the sentence, the cards and the tables."""

from collections.abc import Mapping

import pandas as pd

from partnership import figures, wording
from partnership.figures import Card
from partnership.labels import comparing
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
    return words.FINDING.format(
        agency=agency,
        differ=differ(counts),
        first=figures.day(first),
        last=figures.day(last),
        in_doubt=in_doubt(counts),
    )


def bounds(counts: Counts) -> tuple[int, int]:
    """The fewest and the most cases in which the lists can differ: each row that could not be
    compared may be one that only HR seems to have, or one more that only the agency has."""
    surely = counts["other_day"] + counts["only_theirs"]
    fewest, most = surely + _only_ours(counts)[0], surely + counts["only_ours"]
    return fewest, most + counts["in_doubt"]


def differ(counts: Counts) -> str:
    """That the lists agree, or in how many cases they differ, as far as that is certain."""
    fewest, most = bounds(counts)
    kind = "between" if fewest else "at_most"
    if fewest == most:
        kind = "some" if most else "agree"
    cases = comparing.CASE if most == 1 else comparing.CASES
    return comparing.DIFFER[kind].format(
        fewest=figures.number(fewest), most=figures.number(most), cases=cases
    )


def in_doubt(counts: Counts) -> str:
    """Why that is not known more closely; nothing where it is."""
    if not counts["in_doubt"]:
        return ""
    rows = figures.counted(counts["in_doubt"], comparing.ROW, comparing.ROWS)
    return comparing.IN_DOUBT.format(rows=rows)


def only_ours(counts: Counts) -> str:
    """How many only HR has, as far as that is certain."""
    fewest, most = _only_ours(counts)
    if fewest == most:
        return figures.number(most)
    return comparing.BETWEEN.format(fewest=figures.number(fewest), most=figures.number(most))


def counts_kept(kept: Mapping[str, str]) -> dict[str, int]:
    """The counts of a comparison as it was kept; where nothing says how many rows are in doubt,
    all that were not compared are."""
    names = ("both", "only_theirs", "only_ours", "other_day", "refused", "list_rows")
    counts = {name: int(kept[name]) for name in names}
    return counts | {"in_doubt": int(kept.get("in_doubt") or kept["refused"])}


def _only_ours(counts: Counts) -> tuple[int, int]:
    return max(0, counts["only_ours"] - counts["in_doubt"]), counts["only_ours"]


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
        Card(words.ONLY_OURS, only_ours(counts), ours),
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
