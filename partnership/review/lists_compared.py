"""What a review says of the agency's own list of submissions beside HR's, where it was compared."""

from collections.abc import Mapping
from datetime import date

from partnership import figures, wording
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
    cases = sum(int(kept[name]) for name in DIFFERING)
    if not cases:
        return words.LISTS_AGREE
    return words.LISTS_DIFFER.format(cases=figures.counted(cases, words.CASE, words.CASES))


def points(asked: Asked, kept: Kept | None) -> list[str]:
    """What was compared with what came out, and the first cases of each kind."""
    if kept is None:
        return [words.NO_LIST]
    count = {
        name: figures.number(int(kept[name]))
        for name in (*DIFFERING, "both", "list_rows", "refused")
    }
    first, last = (figures.day(_day(kept, name)) for name in ("period_from", "period_to"))
    said = words.LIST_POINT.format(
        **count | {"refused": words.LIST_REFUSED.format(**count) if kept["refused"] != "0" else ""},
        agency=asked.agency,
        name=words.LIST_NAMED.format(name=kept["list_name"]) if kept["list_name"] else "",
        period=comparing.DAYS.format(first=first, last=last),
    )
    cases = [
        words.LIST_CASES[name].format(cases=_named(kept, name), agency=asked.agency)
        for name in DIFFERING
        if kept[name] != "0"
    ]
    return [said, *([wording.sentence("; ".join(cases))] if cases else [])]


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
