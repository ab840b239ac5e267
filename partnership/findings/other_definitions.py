"""What other systems would say of the same openings, and why it is another number."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.labels import other_definitions as words
from partnership.labels import shell

Row = Mapping[str, Any]
OURS = "ours"
NAMES = {key: rule.name for key, rule in words.RULES.items()}
# Under a tenth of a day a difference is rounding.
LEAST_DAYS = 0.05


def cards(rows: pd.DataFrame, chosen: str) -> list[Card]:
    """Ours and the chosen definition, side by side."""
    ours, theirs = _row(rows, OURS), _row(rows, chosen)
    if ours is None or theirs is None:
        return [Card(name, figures.DASH, shell.NO_CASES) for name in (words.OURS, NAMES[chosen])]
    openings = figures.counted(ours["cases"], *words.UNITS["opening"])
    value = words.NOT_YET if figures.is_missing(ours["days"]) else figures.days(ours["days"])
    first = Card(words.OURS, value, words.OURS_BASIS.format(openings=openings))
    if figures.is_missing(theirs["cases"]):
        return [first, Card(NAMES[chosen], figures.DASH, shell.CANT_BE_SEEN)]
    basis = words.THEIRS_BASIS.format(
        statistic=words.RULES[chosen].average_of, counted=_counted(theirs)
    )
    return [first, Card(NAMES[chosen], figures.days(_said(theirs)), basis)]


def sentence(rows: pd.DataFrame, chosen: str) -> str:
    """What the chosen definition counts, what it says here, and where the difference comes from."""
    row, rule = _row(rows, chosen), words.RULES[chosen]
    if row is None:
        return ""
    said = {"name": rule.name, "starts": rule.starts, "ends": rule.ends}
    source = words.AS_DESCRIBED.format(source=rule.source)
    if figures.is_missing(row["cases"]):
        return f"{words.SAYS_UNSEEN.format(**said)} {source}"
    if not figures.is_enough(row["cases"]):
        return f"{words.SAYS_TOO_FEW.format(**said, counted=_counted(row))} {source}"
    days, difference = figures.days(_rounded(row["days"])), _compared(row)
    text = words.SAYS.format(**said, days=days, difference=difference)
    return "\n\n".join(part for part in (text, _why(row, rule), source) if part)


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row for each definition, ours first."""
    return pd.DataFrame([_line(row) for _, row in rows.iterrows()], columns=list(words.COLUMNS))


def _line(row: Row) -> dict[str, Any]:
    rule = words.RULES.get(row["definition"])
    is_seen = not figures.is_missing(row["cases"])
    return {
        "system": rule.name if rule else words.OURS_NAME,
        "days": _said(row),
        "difference": _difference(row) if rule else "",
        "cases_counted": _counted(row) if is_seen else figures.DASH,
        "starts": rule.starts if rule else words.OPENED,
        "ends": rule.ends if rule else words.ACCEPTED,
        "source": rule.source if rule else shell.APP,
    }


def _difference(row: Row) -> str:
    """14 days shorter than ours: leaves out 85, 46 still open."""
    if figures.is_missing(row["cases"]):
        return shell.CANT_BE_SEEN
    if not figures.is_enough(row["cases"]):
        return words.TOO_FEW
    left_out, still_open = row["left_out"], row["left_out_open"]
    if not left_out:
        return _compared(row)
    leaves = words.LEAVES_OUT_OPEN if still_open else words.LEAVES_OUT
    leaves = words.LEAVES_OUT_ALL_OPEN if still_open == left_out else leaves
    said = leaves.format(count=figures.number(left_out), open=figures.number(still_open))
    return f"{_compared(row)}: {said}"


def _compared(row: Row) -> str:
    difference = row["difference_days"]
    if figures.is_missing(difference):
        return words.NOT_REACHED
    if abs(difference) < LEAST_DAYS:
        return words.SAME
    shown = figures.days(_rounded(abs(difference)))
    return (words.SHORTER if difference < 0 else words.LONGER).format(days=shown)


def _why(row: Row, rule: words.Rule) -> str:
    """The parts of the difference, which add up to it."""
    still_open = row["left_out_open"]
    of_them = words.LEFT_OUT_OF_THEM.format(open=figures.number(still_open)) if still_open else ""
    reasons = {
        "filled_only_days": words.LEFT_OUT_REASON.format(of_them=of_them),
        "mean_days": words.MEAN_REASON,
        "rule_days": rule.own,
    }
    parts = [
        (words.PART_SHORTER if row[name] < 0 else words.PART_LONGER).format(
            days=figures.days(_rounded(abs(row[name]))), reason=reason
        )
        for name, reason in reasons.items()
        if not figures.is_missing(row[name]) and abs(row[name]) >= LEAST_DAYS
    ]
    if figures.is_missing(row["difference_days"]):
        return ""
    return words.WHY.format(parts="\n".join(parts)) if parts else ""


def _row(rows: pd.DataFrame, definition: str) -> Row | None:
    found = rows[rows["definition"] == definition]
    return None if found.empty else dict(found.iloc[0])


def _counted(row: Row) -> str:
    """393 of 478 openings."""
    whole = row["cases"] + row["left_out"]
    unit = words.UNITS[row["unit"]][int(whole != 1)]
    return f"{figures.k_of_n(row['cases'], whole)} {unit}"


def _said(row: Row) -> float | None:
    """The days, where there are enough cases to say them."""
    is_said = not figures.is_missing(row["cases"]) and figures.is_enough(row["cases"])
    return _rounded(row["days"]) if is_said and not figures.is_missing(row["days"]) else None


def _rounded(days: float) -> float:
    return round(days, 1)
