"""Both sides: what each owes the other, by the same rules."""

from typing import Any

from partnership import figures, wording
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import YEAR, Asked, Row
from partnership.review.model import Chart, Role, Series, Slide, Table
from partnership.review.shares import from_line

ROLES: dict[str, Role] = {"hr": "hr", "agency": "agency", "shared": "other"}
# So many of the weakest lines a side are told; all of them are in the appendix.
MOST_LINES = 2


def slide(asked: Asked) -> Slide:
    """Both scores with their likely ranges, and the weakest lines of each side."""
    scores = {str(row["side"]): row for row in asked.rows("scorecard", YEAR)}
    lines = agreed_lines(asked)
    weakest = [row for side in ROLES for row in _weakest(lines, side)]
    known = {side: row for side, row in scores.items() if row["score"] is not None}
    return parts.slide(
        asked,
        "both_sides",
        headline=_headline(asked, scores),
        message=words.SCORES_MESSAGE,
        chart=_chart(asked, known) if known else None,
        table=_table(asked, weakest) if weakest else None,
        basis=words.SCORES_BASIS.format(
            measured=sum(bool(row["is_measured"]) for row in lines), lines=len(lines)
        ),
        definition=asked.defined("scorecard"),
        source=shell.BOTH_SIDES,
        is_short=not known,
    )


def agreed_lines(asked: Asked) -> list[Row]:
    """The lines with an agreed target."""
    return [row for row in asked.rows("scorecard_lines", YEAR) if row["target"] is not None]


def _weakest(lines: list[Row], side: str) -> list[Row]:
    own = [row for row in lines if row["side"] == side and row["is_measured"]]
    return sorted(own, key=lambda row: row["points"])[:MOST_LINES]


def _headline(asked: Asked, scores: dict[str, Row]) -> str:
    hr, theirs = ((scores[side] if side in scores else None) for side in ("hr", "agency"))
    known = {side: row for side, row in (("hr", hr), ("agency", theirs))
             if row is not None and row["score"] is not None}  # fmt: skip
    if not known:
        return parts.sentence(words.NO_SCORE)
    if len(known) == 1:
        ((side, row),) = known.items()
        return parts.sentence(words.ONE_SCORE.format(side=_side(asked, side), score=_score(row)))
    who = words.WHO[_who(known["hr"], known["agency"])].format(agency=asked.agency)
    if _who(known["hr"], known["agency"]) == "hr" and asked.edition == "agency":
        who = words.WHO_GAIN
    said = words.SCORES_HEADLINE[asked.tone].format(
        hr=_score(known["hr"]), agency=asked.agency, theirs=_score(known["agency"]),
        who=who, who_first=who,
    )  # fmt: skip
    return parts.sentence(said)


def _who(hr: Row, agency: Row) -> str:
    """Which side keeps less, where the two likely ranges leave no doubt."""
    if hr["score_high"] < agency["score_low"]:
        return "hr"
    return "agency" if agency["score_high"] < hr["score_low"] else "chance"


def _score(row: Row) -> str:
    low, high = figures.number(row["score_low"]), figures.number(row["score_high"])
    return f"{figures.number(row['score'])} ({low}–{high})"


def _named(asked: Asked, line: Any) -> str:
    """A line's name, a dash for none."""
    return asked.in_words(sentences.named(str(line))) if line else figures.DASH


def _side(asked: Asked, side: str) -> str:
    return asked.agency if side == "agency" else words.SIDES[side]


def _table(asked: Asked, weakest: list[Row]) -> Table:
    """The lines on which each side loses most, with their shares."""
    rows = []
    for row in weakest:
        line = from_line(asked, row, str(row["line"]))
        rows.append(
            (
                wording.sentence(_side(asked, str(row["side"]))),
                _named(asked, row["line"]),
                sentences.rate_of(line.year),
                sentences.rate_of(line.quarter),
                sentences.floor_and_target(line.year),
            )
        )
    headings = (
        words.OWED_BY, words.WEAKEST, words.FOUR_QUARTERS, asked.quarter.label,
        words.FLOOR_AND_TARGET,
    )  # fmt: skip
    return Table(headings, tuple(rows), right=(2, 3, 4))


def _chart(asked: Asked, scores: dict[str, Row]) -> Chart:
    """A bar for each side's score, with its likely range in the name."""
    sides = [side for side in ROLES if side in scores]
    names = tuple(
        words.SCORE_BAR.format(
            side=wording.sentence(_side(asked, side)),
            low=figures.number(scores[side]["score_low"]),
            high=figures.number(scores[side]["score_high"]),
        )
        for side in sides
    )
    series = tuple(
        Series(
            wording.sentence(_side(asked, side)),
            tuple(float(scores[side]["score"]) if of == side else None for of in sides),
            ROLES[side],
        )
        for side in sides
    )
    bars = ", ".join(
        f"{name} {figures.number(scores[side]['score'])}"
        for side, name in zip(sides, names, strict=True)
    )
    alt = words.SCORE_ALT.format(bars=bars)
    return Chart("bar", names, series, "0", words.SCORE_AXIS, alt, target=100.0)
