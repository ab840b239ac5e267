"""Whose turn it was on every open day: rows into a sentence, cards and charts."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from partnership import figures, palette
from partnership.figures import Card
from partnership.labels import whose_clock as words

Row = Mapping[str, Any]
COLOURS = {
    "hr": palette.HR,
    "business_leader": palette.BUSINESS_LEADER,
    "agency": palette.AGENCY,
    "candidate": palette.CANDIDATE,
    "hold": palette.ON_HOLD,
    "unknown": palette.UNSEEN,
}
GIVING = ("hr", "business_leader", "agency")
LONGEST = 10


def names(partners: Sequence[str], *, is_agencys_own: bool) -> dict[str, tuple[str, str]]:
    """What each side is called, where these partners are looked at: one by its name."""
    agency = words.AGENCIES if len(partners) > 1 else words.SIDES["agency"]
    if len(partners) == 1:
        agency = (partners[0], partners[0])
    return words.SIDES | {"agency": words.US if is_agencys_own else agency}


def parts(called: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The parts of a bar: column of days → name and colour."""
    return {f"{side}_days": (called[side][0], COLOURS[side]) for side in COLOURS}


def sentence(row: Row, called: Mapping[str, tuple[str, str]]) -> str:
    """Whose the days were, the side with the most first."""
    sides = {side: row[f"{side}_days"] for side in COLOURS}
    turns = [
        side
        for side in sorted(sides, key=lambda side: -(_number(sides[side])))
        if _is_worth_a_word(side, row) and side not in ("hold", "unknown")
    ]
    said = [
        (words.HAD if place else words.HAD_FIRST).format(
            side=called[side][1], share=_share(side, row)
        )
        for place, side in enumerate(turns)
    ]
    apart = [
        text.format(share=_share(side, row))
        for side, text in (("hold", words.HELD), ("unknown", words.UNSEEN))
        if _is_worth_a_word(side, row)
    ]
    whole = "; ".join(part for part in (", ".join(said), *apart) if part)
    return f"{_open_for(row)} {whole[:1].upper()}{whole[1:]}."


def cards(
    given: pd.DataFrame, before: pd.DataFrame | None, called: Mapping[str, tuple[str, str]]
) -> list[Card]:
    """Per side, the days it could give back by keeping to what was agreed."""
    return [
        _card(side, given, before, called)
        for side in GIVING
        if not given.loc[given["side"] == side].empty
    ]


def note(row: Row) -> str:
    """The rule in short."""
    shows_leader = not figures.is_missing(row["business_leader_days"])
    text = f"{words.NOTE} {words.NOTE_OF_INTERVIEWS}" if shows_leader else words.NOTE
    return words.GREY.format(text=text)


def compared(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """The groups with the most days first; quarters in their order."""
    if by == "quarter":
        return rows
    ordered = rows.sort_values(["days", "label"], ascending=[False, True])
    ordered.attrs = dict(rows.attrs)
    return ordered


def longest(openings: pd.DataFrame) -> pd.DataFrame:
    """The openings with the most days, each by its search's title and its own number."""
    shown = openings.head(LONGEST)
    titles = zip(shown["title"], shown["opening_id"], strict=True)
    return shown.assign(label=[f"{title} ({opening})" for title, opening in titles])


def longest_note(shown: pd.DataFrame, row: Row) -> str:
    """How many of the openings these are."""
    if len(shown) >= row["openings"]:
        return ""
    openings = figures.counted(row["openings"], words.OPENING, words.OPENINGS)
    return words.LONGEST_NOTE.format(shown=len(shown), openings=openings)


def steps(rows: pd.DataFrame, called: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """Rows of days_to_give_back by step, in words, those with the most days first."""
    worded = rows.assign(
        side_step=[words.STEP[str(step)] for step in rows["group"]],
        side=[called[side][0] for side in rows["side"]],
    )
    return worded.sort_values("days", ascending=False)


def _card(
    side: str,
    given: pd.DataFrame,
    before: pd.DataFrame | None,
    called: Mapping[str, tuple[str, str]],
) -> Card:
    row = given.loc[given["side"] == side].iloc[0]
    earlier = None if before is None else before[before["side"] == side]
    days = figures.days(row["days"])
    is_judged = figures.is_enough(row["days"]) and not figures.is_missing(row["beyond_rate"])
    basis = (words.GIVE_OF if is_judged else words.GIVE_NONE).format(
        share=figures.percent(row["beyond_rate"]), days=days
    )
    return Card(
        called[side][0],
        figures.days(row["beyond_days"]),
        basis,
        explained=words.GIVE_EXPLAINED[side],
        before=figures.compared(earlier, ("beyond_days", "days", "beyond_rate")),
    )


def _open_for(row: Row) -> str:
    openings = figures.counted(row["openings"], words.OPENING, words.OPENINGS)
    were = words.WAS if row["openings"] == 1 else words.WERE
    return words.OPEN_FOR.format(openings=openings, were=were, days=_days(row["days"]))


def _days(count: float) -> str:
    return figures.counted(count, words.DAY, words.DAYS)


def _number(value: Any) -> float:
    return 0 if figures.is_missing(value) else float(value)


def _is_worth_a_word(side: str, row: Row) -> bool:
    """Whether the side had days, and not so few that they would read as none."""
    days = _number(row[f"{side}_days"])
    return days > 0 and 200 * days >= float(row["days"])


def _share(side: str, row: Row) -> str:
    return figures.share(row[f"{side}_days"], row["days"], row[f"{side}_rate"])
