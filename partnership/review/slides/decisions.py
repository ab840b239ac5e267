"""Decisions asked for: at most three, from what lies furthest from what was agreed."""

from dataclasses import dataclass
from difflib import get_close_matches

from partnership import figures
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import NOW, YEAR, Asked, Row
from partnership.review.model import Slide, Table
from partnership.review.shares import Share, from_line, measured
from partnership.review.slides.promises import open_in_words
from partnership.review.texts import DECISIONS

MOST, MOST_A_SIDE = 3, 2
LIKE = 0.6
# Shares that nobody owes alone and that no line of the scorecard holds.
RESULTS = ("time_to_fill.filled_by_60_rate", "offer_outcomes.acceptance_rate")


@dataclass(frozen=True)
class Proposal:
    """A decision with its reason and who would carry it; the smaller the rank, the more urgent."""

    decision: str
    why: str
    who: str
    rank: float


def slide(asked: Asked) -> Slide:
    """What is to be decided, why, who and by when."""
    lines = asked.rows("scorecard_lines", YEAR)
    by_when = parts.last_day_of_next(asked)
    proposed = tuple((p.decision, p.why, p.who, by_when) for p in proposals(asked, lines))
    own = asked.kept.texts.get(("decisions", DECISIONS))
    rows = _written(own.text, proposed) if own else proposed
    count, first = len(rows), _lower(rows[0][0])
    how = "written" if own and asked.tone == "neutral" else asked.tone
    said = words.DECISIONS_HEADLINE[how][1 if count == 1 else 3]
    counts = words.COUNTS if asked.tone == "neutral" else words.COUNTS_LOW
    return parts.slide(
        asked,
        "decisions",
        headline=parts.sentence(said.format(count=counts.get(count, ""), first=first)),
        message=words.DECISIONS_WRITTEN if own else words.DECISIONS_MESSAGE,
        table=Table((words.DECISION, words.WHY, words.WHO_DOES, words.BY_WHEN), rows),
        basis=words.DECISIONS_BASIS.format(
            measured=sum(bool(row["is_measured"]) for row in lines), lines=len(lines)
        ),
        definition=words.DECISIONS_DEFINITION,
        source=shell.BOTH_SIDES,
    )


def proposals(asked: Asked, lines: list[Row]) -> list[Proposal]:
    """The most urgent first; never none."""
    found = [p for row in lines if (p := _of_line(asked, row))]
    found += [p for name in RESULTS if (p := _of_result(asked, name))]
    found += [p for p in (_silence(asked), _old_promises(asked)) if p]
    chosen: list[Proposal] = []
    for proposal in sorted(found, key=lambda p: p.rank):
        a_side = sum(p.who == proposal.who for p in chosen)
        if a_side < MOST_A_SIDE and len(chosen) < MOST:
            chosen.append(proposal)
    return _balanced(chosen, found) or [_nothing_missed(asked, lines)]


def as_text(table: Table) -> str:
    """The decisions as they are edited: a line each, with who and by when behind bars."""
    return "\n".join(" | ".join((row[0], *row[2:])) for row in table.rows)


def _written(text: str, proposed: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """What somebody wrote in the place of the proposals; a reason stays with its decision."""
    reasons = {row[0]: row[1] for row in proposed}
    rows = []
    for line in text.splitlines():
        decision, who, by_when, *_ = [*(part.strip() for part in line.split("|")), "", ""]
        if decision:
            # Said in other words it is the same decision still, with the same reason.
            like = get_close_matches(decision, reasons, 1, LIKE)
            rows.append((decision, reasons[like[0]] if like else figures.DASH, who, by_when))
    return tuple(rows[:MOST]) or proposed


def too_many(text: str) -> bool:
    """Whether more decisions are written than a slide holds."""
    return sum(bool(line.partition("|")[0].strip()) for line in text.splitlines()) > MOST


def _balanced(chosen: list[Proposal], found: list[Proposal]) -> list[Proposal]:
    """The same, with the last one left for a side that owes something and was not asked yet."""
    asked_of = {p.who for p in chosen}
    others = [p for p in sorted(found, key=lambda p: p.rank) if p.who not in asked_of]
    alone = [p for p in others if p.who != words.BOTH]
    if len(chosen) == MOST and alone and len(asked_of - {words.BOTH}) == 1:
        return [*chosen[:-1], alone[0]]
    return chosen


def _of_line(asked: Asked, row: Row) -> Proposal | None:
    name, side = str(row["line"]), str(row["side"])
    share = from_line(asked, row, name).year
    points = row["points"]
    return _of_share(asked, share, side, 100 if points is None else points)


def _of_result(asked: Asked, name: str) -> Proposal | None:
    return _of_share(asked, measured(asked, name).year, "shared", 50)


def _of_share(asked: Asked, share: Share, side: str, points: float) -> Proposal | None:
    """A proposal where the target is missed; evidence comes before points."""
    if not sentences.is_missed(share):
        return None
    rank = sentences.RANK.index(share.standing) + points / 1000
    why = sentences.judged(asked, share, side)
    return Proposal(
        asked.in_words(words.PROPOSALS[share.name]), parts.sentence(why), _who(asked, side), rank
    )


def _who(asked: Asked, side: str) -> str:
    return {"hr": words.HR, "agency": asked.agency}.get(side, words.BOTH)


def _silence(asked: Asked) -> Proposal | None:
    """A contact that is overdue on the day of the figures, or on an earlier quarter's last day; of
    several clients the longest."""
    span = NOW if asked.is_latest else YEAR
    rows = asked.rows("partnership_contact", span) if asked.shows("meetings") else []
    late = [row for row in rows if (row["overdue_days"] or 0) > 0]
    if not late:
        return None
    row = max(late, key=lambda row: row["overdue_days"])
    why = (words.MEET_WHY if asked.is_latest else words.MET_WHY).format(
        silent=figures.days(row["silent_days"]),
        interval=figures.days(row["interval_days"]),
        day=figures.day(asked.last_day),
    )
    return Proposal(words.MEET, parts.sentence(why), words.BOTH, 0.5)


def _old_promises(asked: Asked) -> Proposal | None:
    rows = asked.rows("promises_kept", YEAR)
    still_open = open_in_words(asked, rows)
    if not still_open:
        return None
    why = words.OLD_PROMISES_WHY.format(still_open=still_open)
    return Proposal(words.OLD_PROMISES, parts.sentence(why), words.BOTH, 1.5)


def _nothing_missed(asked: Asked, lines: list[Row]) -> Proposal:
    is_agreed = any(row["target"] is not None for row in lines)
    text, why = (words.KEEP_TARGETS, words.KEEP_WHY) if is_agreed else (
        words.SET_TARGETS, words.SET_WHY
    )  # fmt: skip
    return Proposal(text.format(quarter=parts.next_label(asked)), why, words.BOTH, 0)


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
