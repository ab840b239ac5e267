"""Appendix: redundant submissions by kind."""

from partnership import figures
from partnership.labels import review as words
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import YEAR, Asked, Row
from partnership.review.model import Chart, Role, Series, Slide
from partnership.review.shares import measured

NAME = "redundant_submissions.redundancy_rate"
OWNED = "redundant_submissions.by_agency_rate", "redundant_submissions.known_here_rate"
ROLES: dict[str, Role] = {
    "resubmitted": "agency",
    "post_reject": "focus",
    "collision": "other",
    "known_here": "hr",
}


def slide(asked: Asked) -> Slide:
    """How much was redundant, of which kind, and who can prevent each kind."""
    measures = [measured(asked, name) for name in (NAME, *OWNED)]
    whole = measures[0].year
    counts = [_of_quarter(asked, group) for group in parts.groups(asked)]
    series = tuple(
        Series(said, tuple(float(row[kind] or 0) if row else 0.0 for row in counts), ROLES[kind])
        for kind, said in more.KINDS.items()
    )
    has_any = any(any(each.values) for each in series)
    headline = sentences.headline(asked, whole)
    if whole.n and not whole.k:
        none = more.KINDS_NONE.format(submissions=figures.counted(whole.n, *words.CASES[NAME]))
        headline = parts.sentence(none)
    return parts.slide(
        asked,
        "redundancy",
        headline=headline,
        message=more.KINDS_MESSAGE,
        chart=_chart(asked, series) if has_any else None,
        table=parts.short_table(asked, measures),
        points=tuple(more.KIND_POINTS.values()) if has_any else (),
        basis=parts.basis(asked, measures[:1]),
        definition=asked.defined("redundant_submissions"),
        source=shell.REDUNDANT_SUBMISSIONS,
        is_short=not parts.is_enough(measures[:1]),
        in_appendix=True,
    )


def _of_quarter(asked: Asked, group: str) -> Row | None:
    return asked.row("redundant_submissions", YEAR, by="quarter", where=(("group", group),))


def _chart(asked: Asked, series: tuple[Series, ...]) -> Chart:
    bars = "; ".join(
        f"{each.name} {', '.join(figures.number(value) for value in each.values)}"
        for each in series
    )
    labels = tuple(quarter.label.split(" (")[0] for quarter in parts.quarters(asked))
    return Chart("stacked", labels, series, "0", more.KINDS_AXIS, more.KINDS_ALT.format(bars=bars))
