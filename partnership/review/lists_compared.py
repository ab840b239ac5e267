"""What a review says of the agency's own list of submissions beside HR's, where it was compared."""

from collections.abc import Mapping
from datetime import date

from partnership import figures, wording
from partnership.findings import lists_compared as findings
from partnership.labels import comparing
from partnership.labels import review_appendix as words
from partnership.review.asked import YEAR, Asked

Kept = Mapping[str, str]
DIFFERING = ("only_theirs", "only_ours", "other_day")
# So many cases stand on the slide; the command lists them all.
MOST_NAMED = 4
CASES_OF = {
    "only_theirs": "only_theirs_lines",
    "only_ours": "only_ours_ids",
    "other_day": "other_day_ids",
}


def newest(asked: Asked) -> Kept | None:
    """The newest comparison kept whose days touch the four quarters; None where there is none."""
    span = asked.filters(YEAR)
    assert span.period_start and span.period_end
    touching = [
        kept
        for kept in asked.kept.lists
        if _day(kept, "period_from") < span.period_end
        and _day(kept, "period_to") >= span.period_start
    ]
    return touching[-1] if touching else None


def headline(kept: Kept | None) -> str:
    """In how many cases the lists differ, as the end of a sentence; nothing where none is kept."""
    if kept is None:
        return ""
    counts = findings.counts_kept(kept)
    return words.LISTS_DIFFER.format(
        differ=findings.differ(counts), in_doubt=findings.in_doubt(counts)
    )


def points(asked: Asked, kept: Kept | None) -> list[str]:
    """What was compared with what came out, and the first cases of each kind."""
    if kept is None:
        return [words.NO_LIST]
    counts = findings.counts_kept(kept)
    first, last = (figures.day(_day(kept, name)) for name in ("period_from", "period_to"))
    said = words.LIST_POINT.format(
        **_counted(counts),
        agency=asked.agency,
        name=words.LIST_NAMED.format(name=kept["list_name"]) if kept["list_name"] else "",
        period=comparing.DAYS.format(first=first, last=last),
    )
    cases = [
        words.LIST_CASES[name].format(
            cases=_named(kept, name),
            agency=asked.agency,
            lines=words.LIST_LINE if counts[name] == 1 else words.LIST_LINES,
            or_in_doubt=words.LIST_OR_IN_DOUBT if counts["in_doubt"] else "",
        )
        for name in DIFFERING
        if kept[name] != "0"
    ]
    return [said, *([wording.sentence("; ".join(cases))] if cases else [])]


def _counted(counts: Mapping[str, int]) -> dict[str, str]:
    """How many of each kind, and of the list how many rows were not compared and why."""
    outside = counts["refused"] - counts["in_doubt"]
    count = {name: figures.number(number) for name, number in counts.items()}
    count |= {"only_ours": findings.only_ours(counts), "outside": figures.number(outside)}
    return count | {
        "in_doubt": words.LIST_IN_DOUBT.format(**count) if counts["in_doubt"] else "",
        "outside": words.LIST_OUTSIDE.format(**count) if outside else "",
    }


def basis(kept: Kept | None, agency: str) -> str:
    """How many rows were compared, and when."""
    if kept is None:
        return ""
    rows = figures.counted(int(kept["list_rows"]), words.LIST_ROW, words.LIST_ROWS)
    day = figures.day(_day(kept, "compared_on"))
    return words.LIST_BASIS.format(rows=rows, agency=agency, day=day)


def _named(kept: Kept, name: str) -> str:
    """The first cases of a kind, and how many more there are."""
    first = [case for case in kept[CASES_OF[name]].split("; ") if case][:MOST_NAMED]
    more = int(kept[name]) - len(first)
    said = ", ".join(first)
    return f"{said} {words.AND_MORE.format(count=figures.number(more))}" if more else said


def _day(kept: Kept, name: str) -> date:
    return date.fromisoformat(kept[name])
