"""Submissions and offers: from what was sent to who started."""

from partnership import figures
from partnership.labels import columns, shell
from partnership.labels import review as words
from partnership.review import parts, sentences
from partnership.review.asked import QUARTER, YEAR, Asked
from partnership.review.model import Chart, Series, Slide
from partnership.review.shares import measured

REDUNDANT = "redundant_submissions.redundancy_rate"
ACCEPTED = "offer_outcomes.acceptance_rate"
STARTED = "offer_outcomes.net_acceptance_rate"


def slide(asked: Asked) -> Slide:
    """What was sent, how much of it was redundant, and what became of the offers."""
    names = [REDUNDANT, *([ACCEPTED] if asked.shows("offers") else [])]
    names += [STARTED] if asked.shows("offers") and asked.shows("placements") else []
    measures = [measured(asked, name) for name in names]
    seen = [m for m in measures if m.year.n]
    led = sorted([m for m in seen if m.name != STARTED], key=lambda m: sentences.rank(m.year))
    worst, *others = led or measures[:1]
    judged = sentences.judged(asked, worst.year, "shared")
    return parts.slide(
        asked,
        "submissions_and_offers",
        headline=parts.joined(
            asked.in_words("; ".join(sentences.said(m.year) for m in others)),
            judged,
            sentences.is_plain(asked, worst.year),
        ),
        message=words.FUNNEL_MESSAGE,
        chart=_funnel(asked) if parts.is_enough(measures) else None,
        table=parts.short_table(asked, measures) if seen else None,
        points=_offers(asked, measures[1].quarter.n) if asked.shows("offers") else (),
        basis=parts.basis(asked, measures),
        definition=asked.defined("redundant_submissions", "offer_outcomes", "funnel"),
        source=f"{shell.REDUNDANT_SUBMISSIONS}, {shell.OFFERS}",
        is_short=not parts.is_enough(measures),
    )


def _funnel(asked: Asked) -> Chart | None:
    row = asked.row("funnel", YEAR)
    if row is None:
        return None
    counts = {said: row[step] for step, said in words.FUNNEL.items()}
    known = {said: count for said, count in counts.items() if count is not None}
    bars = ", ".join(f"{said} {figures.number(count)}" for said, count in known.items())
    series = Series(words.FUNNEL_SERIES, tuple(float(count) for count in known.values()))
    return Chart(
        "bar", tuple(known), (series,), "0", words.FUNNEL_AXIS, words.FUNNEL_ALT.format(bars=bars)
    )


def _offers(asked: Asked, answered: int | None) -> list[str]:
    """The quarter's offers, one by one; those without an answer are in no share."""
    rows = asked.cases("offer", QUARTER)
    cases = [
        words.OFFER_CASE.format(
            title=parts.title(row["title"]),
            outcome=columns.WORDS.get(row["outcome"], row["outcome"]),
        )
        for row in rows[~rows["is_excluded"].astype(bool)].to_dict("records")
    ]
    if not cases:
        return [words.NO_OFFERS.format(quarter=asked.quarter.label)]
    return [
        words.QUARTERS_OFFERS.format(
            quarter=asked.quarter.label,
            count=figures.counted(len(cases), words.OFFER, words.OFFERS),
            answered=figures.number(answered or 0),
            cases=parts.listed(cases),
        )
    ]
