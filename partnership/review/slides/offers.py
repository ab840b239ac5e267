"""Appendix: what became of the offers, and why some were declined."""

from partnership import figures
from partnership.labels import columns, shell
from partnership.labels import review as words
from partnership.labels import review_appendix as more
from partnership.review import parts, sentences
from partnership.review.asked import YEAR, Asked
from partnership.review.model import Chart, Series, Slide, Table
from partnership.review.shares import measured

ACCEPTED = "offer_outcomes.acceptance_rate"


def slide(asked: Asked) -> Slide:
    """The outcomes as bars, the reasons as a table."""
    whole = measured(asked, ACCEPTED)
    row = asked.row("offer_outcomes", YEAR)
    reasons = [
        (
            columns.WORDS.get(reason["reason"], str(reason["reason"])),
            figures.number(reason["offers"]),
        )
        for reason in asked.rows("decline_reasons", YEAR)
    ]
    has_offers = row is not None and bool(row["extended"])
    return parts.slide(
        asked,
        "offers",
        headline=sentences.headline(asked, whole.year),
        message=more.OUTCOMES_MESSAGE,
        chart=_chart({said: row[name] for name, said in more.OUTCOMES.items()})
        if row is not None and has_offers
        else None,
        table=Table(more.REASON_COLUMNS, tuple(reasons), right=(1,)) if reasons else None,
        points=() if reasons else (more.NOBODY_DECLINED,),
        basis=parts.basis(asked, [whole]),
        definition=asked.defined("offer_outcomes", "decline_reasons"),
        source=shell.OFFERS,
        is_short=not has_offers,
        in_appendix=True,
    )


def _chart(counts: dict[str, int]) -> Chart:
    bars = ", ".join(f"{said} {figures.number(count)}" for said, count in counts.items())
    series = Series(words.FUNNEL_SERIES, tuple(float(count) for count in counts.values()))
    alt = more.OUTCOMES_ALT.format(bars=bars)
    return Chart("bar", tuple(counts), (series,), "0", more.OUTCOMES_AXIS, alt)
