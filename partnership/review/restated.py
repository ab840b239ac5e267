"""Figures as they were presented last quarter, and as they are known now, with the reason."""

from collections.abc import Sequence
from dataclasses import replace

from partnership import figures
from partnership.filters import Filters
from partnership.labels import review as words
from partnership.review.asked import Asked
from partnership.review.model import Figure
from partnership.review.sentences import named
from partnership.review.shares import NAMES, Names

# The shares that are held against what was presented, with where their metric keeps them.
LINE = Names("scorecard_lines", "k", "n", "rate", "low", "high")
HELD = {
    **NAMES,
    **{
        line: replace(LINE, where=(("line", line),))
        for line in (
            "feedback_latency.on_time_rate",
            "first_candidate.on_time_rate",
            "kickoff_coverage.tri_party_rate",
            "meeting_rhythm.rhythm_coverage",
        )
    },
}
MOST_SAID = 4


def restated(asked: Asked) -> list[str]:
    """What is known otherwise now, in at most so many lines; or that everything stands."""
    before = asked.quarter.plus(-1).label
    if asked.kept.last is None:
        return [parts_sentence(words.NONE_SAVED.format(quarter=before))]
    presented = [f for s in asked.kept.last.slides for f in s.figures]
    pairs = [(name, _then(presented, asked, names), names) for name, names in HELD.items()]
    known = [(name, then, names) for name, then, names in pairs if then]
    said = [line for name, then, names in known if (line := _said(asked, name, then, names))]
    if not said:
        shares = figures.counted(len(known), words.SHARE, words.SHARES)
        return [parts_sentence(words.NOT_RESTATED.format(shares=shares, quarter=before))]
    more = len(said) - MOST_SAID
    return [*said[:MOST_SAID], *([words.AND_MORE.format(count=more)] if more > 0 else [])]


def _then(presented: Sequence[Figure], asked: Asked, names: Names) -> dict[str, Figure]:
    """k, n and rate of a share over the four quarters of the last review, as presented."""
    end = asked.quarter.start
    found = {
        f.column: f
        for f in presented
        if f.metric == names.metric
        and f.by is None
        and f.period_end == end
        and f.period_start == asked.quarter.plus(-4).start
        and dict(names.where).items() <= dict(f.where).items()
    }
    return found if {names.k, names.n, names.rate} <= found.keys() else {}


def _said(asked: Asked, name: str, then: dict[str, Figure], names: Names) -> str:
    """One figure as presented and as known now; empty where it reads the same."""
    rate = then[names.rate]
    filters = Filters(rate.period_start, rate.period_end, agencies=(asked.agency_id,))
    row = asked.row(names.metric, filters, where=names.where)
    old = (then[names.k].value, then[names.n].value, rate.value)
    new = (row[names.k], row[names.n], row[names.rate]) if row else (0, 0, None)
    if figures.share(*old) == figures.share(*new):
        return ""
    return words.RESTATED.format(
        name=named(name), then=_read(old), now=_read(new), why=_why(asked, name, old, new)
    )


def _read(share: tuple[int, int, float | None]) -> str:
    k, n, rate = share
    return figures.share(k, n, rate)


def _why(
    asked: Asked,
    name: str,
    old: tuple[int, int, float | None],
    new: tuple[int, int, float | None],
) -> str:
    """Cases that came late or went, outcomes that others had then, and rules that were changed."""
    cases = words.CASES.get(name, words.ANY_CASES)
    done, more = (new[0] or 0) - (old[0] or 0), (new[1] or 0) - (old[1] or 0)
    why = words.WHY_OTHER
    if more:
        said = words.WHY_MORE if more > 0 else words.WHY_FEWER
        why = said.format(cases=figures.counted(abs(more), *cases))
        # Cases that came, or went, can have moved the number of those in time by so many at most.
        if not min(0, more) <= done <= max(0, more):
            why = words.WHY_ALSO.format(why=why)
    return words.WHY_RULES.format(why=why) if asked.kept.changes else why


def parts_sentence(text: str) -> str:
    """A full sentence."""
    return f"{text}."
