"""Time to fill and reply times: both clocks."""

from typing import Any

from partnership import figures
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import QUARTER, YEAR, Asked
from partnership.review.model import Chart, Role, Series, Slide
from partnership.review.shares import Measure, Share, by_quarter, measured

FILLED = "time_to_fill.filled_by_60_rate"
ANSWERS, FIRST = "feedback_latency.on_time_rate", "first_candidate.on_time_rate"
AFTER_INTERVIEWS, QUESTIONS = "interview_feedback.answered_rate", "request_replies.on_time_rate"
SIDE = {
    FILLED: "shared",
    ANSWERS: "hr",
    AFTER_INTERVIEWS: "hr",
    FIRST: "agency",
    QUESTIONS: "agency",
}
COUNTED = (
    "fill_counts", "feedback_latency", "interview_feedback", "first_candidate", "request_replies"
)  # fmt: skip
ROLES: dict[str, Role] = {FILLED: "other", ANSWERS: "hr", FIRST: "agency"}


def slide(asked: Asked) -> Slide:
    """How long it took to fill, and whether both sides answered in time."""
    measures = [measured(asked, name) for name in SIDE]
    seen = [m for m in measures if m.year.n]
    told = sentences.notable([m.year for m in seen or measures])
    return parts.slide(
        asked,
        "speed",
        headline=sentences.headline(asked, told, SIDE[told.name]),
        message=words.SPEED_MESSAGE,
        chart=_chart(asked) if parts.is_enough(measures) else None,
        table=parts.short_table(asked, measures, SIDE) if seen else None,
        points=[*(_half(asked) if measures[0].year.n else []), *_cases(asked)],
        basis=parts.basis(asked, measures),
        definition=asked.defined(*COUNTED),
        source=f"{shell.TIME_TO_FILL}, {shell.REPLY_TIMES}",
        is_short=not parts.is_enough(measures),
    )


def _chart(asked: Asked) -> Chart:
    lines = {name: by_quarter(asked, name) for name in ROLES}
    series = tuple(
        Series(
            asked.in_words(sentences.owned(name, SIDE[name])),
            tuple(_rate(share) for _, share in shares),
            ROLES[name],
        )
        for name, shares in lines.items()
    )
    said = "; ".join(
        f"{each.name} {', '.join(figures.percent(value) for value in each.values)}"
        for each in series
    )
    return Chart(
        "column",
        tuple(label for label, _ in lines[FILLED]),
        series,
        "0%",
        words.SPEED_AXIS,
        words.SPEED_ALT.format(series=said),
    )


def _rate(share: Share) -> float | None:
    return share.rate if figures.is_enough(share.n) else None


def _half(asked: Asked) -> list[str]:
    """The middle time to fill, counting what is still open; nothing of few."""
    row = asked.row("time_to_fill", YEAR)
    if row is None or not figures.is_enough_for_a_median(row["openings"]):
        return []
    half, low, high = row["median_days"], row["median_low"], row["median_high"]
    if half is None or low is None:
        return []
    said = words.HALF_RANGE if high is not None else words.HALF_OPEN_RANGE
    likely = said.format(low=figures.number(low), high=figures.number(high))
    as_of = figures.day(asked.as_of)
    return [words.HALF.format(days=figures.days(half), range=likely, as_of=as_of)]


def _cases(asked: Asked) -> list[str]:
    """The quarter's openings that reached day 60, one by one."""
    filters = asked.filters(QUARTER).reaching_day(60)
    rows = asked.frame("partner_opening", filters, folder="rows", row_limit=None)
    cases = [_case(asked, row) for row in rows.to_dict("records") if row["days"] is not None]
    if not cases:
        return []
    count = figures.counted(len(cases), *words.OPENINGS_NAMED)
    return [
        words.QUARTERS_OPENINGS.format(
            quarter=asked.quarter.label, count=count, cases=parts.listed(cases, 3)
        )
    ]


def _case(asked: Asked, row: dict[Any, Any]) -> tuple[str, str]:
    is_open_now = row["opening_end"] == "open" and asked.is_latest
    said = words.OPENING_CASE | ({} if is_open_now else {"open": words.STILL_OPEN})
    end = said[row["opening_end"]].format(agency=asked.agency, days=figures.days(row["days"]))
    return parts.title(row["title"]), end


def measures_of(asked: Asked) -> list[Measure]:
    """The shares of this slide, for what is compared with the last review."""
    return [measured(asked, name) for name in (FILLED, ANSWERS, FIRST)]
