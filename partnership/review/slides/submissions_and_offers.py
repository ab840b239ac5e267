"""Submissions and offers: from what was sent to who started."""

from collections.abc import Sequence

from partnership import figures
from partnership.labels import columns, shell
from partnership.labels import review as words
from partnership.review import parts, sentences
from partnership.review.asked import QUARTER, YEAR, Asked
from partnership.review.model import Chart, Role, Series, Slide
from partnership.review.shares import Measure, measured

REDUNDANT = "redundant_submissions.redundancy_rate"
ACCEPTED = "offer_outcomes.acceptance_rate"
STARTED = "offer_outcomes.net_acceptance_rate"


def slide(asked: Asked) -> Slide:
    """What was sent, how much of it was redundant, and what became of the offers."""
    names = [REDUNDANT, *([ACCEPTED] if asked.shows("offers") else [])]
    names += [STARTED] if asked.shows("offers") and asked.shows("placements") else []
    measures = [measured(asked, name) for name in names]
    seen = [m for m in measures if m.year.n]
    told = sentences.notable([m.year for m in seen or measures[:1]])
    return parts.slide(
        asked,
        "submissions_and_offers",
        headline=sentences.headline(asked, told),
        message=words.FUNNEL_MESSAGE,
        chart=_funnel(asked, measures) if parts.is_enough(measures) else None,
        table=parts.short_table(asked, measures) if seen else None,
        points=_offers(asked, measures[1].quarter.n) if asked.shows("offers") else (),
        basis=parts.basis(asked, measures),
        definition=asked.defined("redundant_submissions", "offer_outcomes", "funnel"),
        source=f"{shell.REDUNDANT_SUBMISSIONS}, {shell.OFFERS}",
        is_short=not parts.is_enough(measures),
    )


def _funnel(asked: Asked, measures: Sequence[Measure]) -> Chart:
    """The cases that the table counts, and none else: submissions by the day they came, offers by
    the day they were made."""
    of = {measure.name: measure.year for measure in measures}
    row = asked.row("funnel", YEAR)
    sent, offers = of[REDUNDANT], of.get(ACCEPTED)
    counts = {
        "sent": sent.n,
        "redundant": sent.k,
        "interviewed": row["interviewed"] if row else None,
        "answered": offers.n if offers else None,
        "accepted": offers.k if offers else None,
        "started": of[STARTED].k if STARTED in of else None,
    }
    known = {step: float(count) for step, count in counts.items() if count is not None}
    names = tuple((words.SENT | words.MADE)[step] for step in known)
    kinds: tuple[tuple[str, dict[str, str], Role], ...] = (
        (words.SENT_SERIES, words.SENT, "focus"),
        (words.MADE_SERIES, words.MADE, "other"),
    )
    series = tuple(
        Series(name, tuple(known[step] if step in steps else None for step in known), role)
        for name, steps, role in kinds
        if steps.keys() & known.keys()
    )
    bars = ", ".join(
        f"{name} {figures.number(count)}" for name, count in zip(names, known.values(), strict=True)
    )
    return Chart("bar", names, series, "0", words.FUNNEL_AXIS, words.FUNNEL_ALT.format(bars=bars))


def _offers(asked: Asked, answered: int | None) -> list[str]:
    """The quarter's offers, one by one; those without an answer are in no share."""
    rows = asked.cases("offer", QUARTER)
    cases = [
        (parts.title(row["title"]), columns.WORDS.get(row["outcome"], str(row["outcome"])))
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
