"""Both sides: what each owes the other, by the same rules."""

from typing import Any

from partnership import figures
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import YEAR, Asked, Row
from partnership.review.model import Chart, Role, Series, Slide, Table

ROLES: dict[str, Role] = {"hr": "hr", "agency": "agency", "shared": "other"}
# So many of the weakest lines a side are drawn; all of them are in the appendix.
MOST_LINES = 4


def slide(asked: Asked) -> Slide:
    """Both scores with their likely ranges, and the weakest lines of each side."""
    scores = {str(row["side"]): row for row in asked.rows("scorecard", YEAR)}
    lines = agreed_lines(asked)
    drawn = [row for side in ROLES for row in _weakest(lines, side)]
    return parts.slide(
        asked,
        "both_sides",
        headline=_headline(asked, scores),
        message=words.SCORES_MESSAGE,
        chart=_chart(asked, drawn) if drawn else None,
        table=_table(asked, scores) if scores else None,
        basis=words.SCORES_BASIS.format(
            measured=sum(bool(row["is_measured"]) for row in lines), lines=len(lines)
        ),
        definition=asked.defined("scorecard"),
        source=shell.BOTH_SIDES,
        is_short=not drawn,
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


def _table(asked: Asked, scores: dict[str, Row]) -> Table:
    rows = []
    for side in ROLES:
        if side not in scores:
            continue
        row = scores[side]
        rows.append(
            (
                _side(asked, side),
                figures.number(row["score"]),
                words.RANGE.format(
                    low=figures.number(row["score_low"]), high=figures.number(row["score_high"])
                )
                if row["score"] is not None
                else figures.DASH,
                words.MEASURED.format(measured=row["measured"], lines=row["lines"]),
                _named(asked, row["weakest"]),
            )
        )
    return Table(words.SCORE_COLUMNS, tuple(rows), right=(1, 2, 3))


def _chart(asked: Asked, drawn: list[Row]) -> Chart:
    names = tuple(_named(asked, row["line"]) for row in drawn)
    points = [(row["side"], float(row["points"])) for row in drawn]
    series = tuple(
        Series(_side(asked, side), tuple(p if of == side else None for of, p in points), role)
        for side, role in ROLES.items()
        if any(of == side for of, _ in points)
    )
    bars = ", ".join(f"{name} {point:.0f}" for name, (_, point) in zip(names, points, strict=True))
    return Chart("bar", names, series, "0", words.POINTS_AXIS, words.POINTS_ALT.format(bars=bars))
