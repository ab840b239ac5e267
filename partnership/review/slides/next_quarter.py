"""Next quarter: what is open, how likely it is filled, what each side needs, what is promised."""

from collections import Counter

import pandas as pd

from partnership import figures
from partnership.findings import forecast, my_partnership
from partnership.labels import forecast as forecast_words
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import looking_back, parts
from partnership.review.asked import NOW, Asked, plain
from partnership.review.kept import is_open
from partnership.review.model import Slide, Table
from partnership.review.slides.promises import promised, shortened
from partnership.statistics.counted import likely_count

FORECAST = (
    "age_days", "is_on_hold", "filled_in_30_rate", "filled_in_30_low", "filled_in_30_high",
    "filled_in_60_rate", "filled_in_60_low", "filled_in_60_high",
)  # fmt: skip
WAITING = ("waiting", "longest_days")


def slide(asked: Asked) -> Slide:
    """The open searches with their chances, and who has to do what. Of an earlier quarter, what was
    open when it ended."""
    if not asked.is_latest:
        return looking_back.slide(asked)
    chances = asked.read("fill_forecast", NOW, columns=FORECAST)
    rows = _searches(asked, chances)
    defined = asked.defined("fill_forecast", "waiting_now")
    return parts.slide(
        asked,
        "next_quarter",
        headline=parts.sentence(_headline(asked, chances)),
        message=words.NEXT_MESSAGE,
        table=Table(words.NEXT_COLUMNS, tuple(rows), right=(1, 2, 3)) if rows else None,
        points=[_needs(asked), *_promises(asked)],
        basis=words.NEXT_BASIS.format(
            count=figures.counted(len(chances), *words.OPENINGS_NAMED), day=figures.day(asked.as_of)
        ),
        definition=f"{defined} {forecast_words.LIKELY_COUNT_RULE}",
        source=f"{shell.MY_PARTNERSHIP}, {shell.REPLY_TIMES}",
        is_short=not rows,
    )


def _headline(asked: Asked, chances: pd.DataFrame) -> str:
    said = words.NEXT_HEADLINE
    if chances.empty:
        return said["none"]
    openings = figures.counted(len(chances), words.SEARCH, words.SEARCHES)
    told = chances["filled_in_30_rate"].dropna()
    if chances["is_on_hold"].all():
        return said["hold"].format(openings=openings)
    if told.empty:
        return said["few"].format(openings=openings)
    if len(chances) == 1:
        row = forecast.with_chances(chances, chances, key="opening_id").iloc[0]
        return said["one"].format(openings=openings, chance=row["filled_in_30"])
    key = "all" if len(told) == len(chances) else "some"
    return words.NEXT_EXPECTED[key][asked.tone].format(
        openings=openings,
        expected=figures.number(told.sum()),
        range=_likely(chances),
        of=figures.number(len(told)),
    )


def _likely(chances: pd.DataFrame) -> str:
    """How many will be filled, as the range of each one's chance allows."""
    told = chances.dropna(subset=["filled_in_30_rate"])
    ends = (told[f"filled_in_30_{end}"].tolist() for end in ("low", "high"))
    low, high = (figures.number(count) for count in likely_count(*ends))
    return forecast_words.LIKELY_COUNT.format(low=low, high=high)


def _searches(asked: Asked, chances: pd.DataFrame) -> list[tuple[str, ...]]:
    """The open seats by the name of their search, the oldest first."""
    if chances.empty:
        return []
    named = asked.frame("open_opening", NOW, folder="rows", row_limit=None)
    told = forecast.with_chances(named, chances, key="opening_id")
    rows = [
        (
            parts.titled(row),
            figures.number(row["age_days"]),
            row["filled_in_30"],
            row["filled_in_60"],
        )
        for row in told.to_dict("records")
    ]
    return [(parts.several(row[0], count), *row[1:]) for row, count in Counter(rows).items()]


def _needs(asked: Asked) -> str:
    """What waits for each side, on the day of the figures."""
    waiting = asked.read("waiting_now", NOW, columns=WAITING)
    sides = my_partnership.sides(asked.agency, is_agencys_own=False)
    said = my_partnership.finding(waiting, sides)
    return words.NEEDS.format(waiting=f"{said[:1].lower()}{said[1:]}")


def _promises(asked: Asked) -> list[str]:
    """New promises first, then those of the figures whose day is still to come."""
    last = asked.last_day.isoformat()
    typed = [p for p in asked.kept.promises if is_open(p) and p["due_on"] > last]
    new = [words.NEW_ENTERED.format(promise=promised(asked, entry)) for entry in typed]
    known = {entry["commitment_id"] for entry in asked.kept.promises}
    rows = asked.frame("commitment", NOW, folder="rows", row_limit=None).to_dict("records")
    coming = [
        promised(
            asked, {"owner": row["owner"], "text": plain(row["promise"]), "due_on": row["due_on"]}
        )
        for row in rows
        if row["promise_state"] == "open" and row["commitment_id"] not in known
    ]
    return shortened([*new, *coming])
