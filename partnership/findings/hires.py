"""What the screen Do hires stay? says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, money, palette
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.labels import hires as words
from partnership.settings import current

Row = Mapping[str, Any]

NAMES_90 = ("stayed_90", "starters", "retained_90_rate", "retained_90_low", "retained_90_high")
NAMES_365 = ("stayed_365", "starters", "retained_365_rate", "retained_365_low", "retained_365_high")
RATING_NAMES = ("favourable", "rated", "favourable_rate", "favourable_low", "favourable_high")
# How a chart draws a row of retention.
STAYED_90 = {
    "value": "retained_90_rate",
    "low": "retained_90_low",
    "high": "retained_90_high",
    "of": ("stayed_90", "starters"),
}
QUARTERS_90 = STAYED_90 | {"is_final": "is_final_90"}
QUARTERS_365 = {
    "value": "retained_365_rate",
    "low": "retained_365_low",
    "high": "retained_365_high",
    "of": ("stayed_365", "starters"),
    "is_final": "is_final_365",
}
RATED_COLOURS = (palette.VERMILION, palette.ORANGE, palette.PALE, palette.SKY, palette.BLUE)
RATINGS = {
    column: (name, colour)
    for (column, name), colour in zip(words.RATED.items(), RATED_COLOURS, strict=True)
}
QUARTERS_SHOWN = 8
YEAR = 365


def finding(after_90: pd.DataFrame, after_365: pd.DataFrame, guarantee: Row | None) -> str:
    """How many stayed 90 days and a year, and how many left within the guarantee; rows of
    retention for those who reached that day in the period, and of guarantee_leavers."""
    parts = []
    for rows, said, (stayed, started, *_) in (
        (after_90, words.STAYED_90, NAMES_90),
        (after_365, words.STAYED_365, NAMES_365),
    ):
        row = {} if rows.empty else rows.iloc[0]
        if row.get(started) and not figures.is_missing(row[stayed]):
            stayed, started = figures.number(row[stayed]), figures.number(row[started])
            parts.append(said.format(stayed=stayed, started=started))
    if guarantee is None and not parts:
        return ""
    if guarantee is not None and figures.is_missing(guarantee["left_within"]):
        return words.UNSEEN
    if after_90.empty or not parts:
        return words.TOO_EARLY
    if guarantee is not None:
        parts.append(_left_within(guarantee["left_within"]))
    return words.FINDING.format(parts="; ".join(parts))


def cards(
    after_90: Measured,
    after_365: Measured,
    guarantee: Measured,
    rating: Measured,
    fees: pd.DataFrame,
    owed: pd.DataFrame,
    as_of: date,
) -> list[Card]:
    """Still here after 90 days and a year, left within the guarantee with what can be claimed,
    managers content, fee per hire."""
    return [
        measured_card(
            words.STAY_90, after_90, NAMES_90, of=words.STAY_OF, explained=words.STAY_90_EXPLAINED
        ),
        measured_card(
            words.STAY_365,
            after_365,
            NAMES_365,
            of=words.STAY_OF,
            explained=words.STAY_365_EXPLAINED,
        ),
        _guarantee_card(guarantee, owed),
        _rating_card(rating),
        _fee_card(fees, as_of),
    ]


def curve_note(curve: pd.DataFrame) -> str:
    """How many the curve is of, and what is hatched."""
    if curve.empty or too_few_for_a_curve(curve):
        return ""
    people = figures.counted(curve["at_risk"].max(), words.STARTER, words.STARTERS)
    is_early = not (curve.loc[curve["day"] > YEAR, "at_risk"] >= _few()).any()
    floor = words.CURVE_EARLY.format(few=_few()) if is_early else ""
    return words.CURVE_NOTE.format(starters=people, floor=floor)


def too_few_for_a_curve(curve: pd.DataFrame) -> str:
    """What is said in the place of a curve of a few people; empty where there are enough."""
    starters = 0 if curve.empty else curve["at_risk"].max()
    if not starters or figures.is_enough_without_cases(starters):
        return ""
    people = figures.counted(starters, words.STARTER, words.STARTERS)
    return words.CURVE_TOO_FEW.format(starters=people)


def unseen(quarters: pd.DataFrame) -> str:
    """What is said in the place of a chart where the files don't show who left; rows of retention
    by quarter, whatever the period."""
    return words.UNSEEN if len(quarters) and quarters["left"].isna().all() else ""


def newest(quarters: pd.DataFrame) -> pd.DataFrame:
    """The newest of the rows by quarter."""
    return quarters.tail(QUARTERS_SHOWN)


def owed(leavers: pd.DataFrame, start: date | None, end: date | None) -> pd.DataFrame:
    """Rows of guarantee_leaver that began in the period or can still be claimed, in words; what can
    be claimed first, the nearest day on top, then the newest."""
    began = leavers["started_on"]
    is_open = (leavers["days_to_claim"] >= 0) & ~leavers["is_being_replaced"].astype(bool)
    in_period = pd.Series(True, index=leavers.index)
    if start is not None:
        in_period &= began >= pd.Timestamp(start)
    if end is not None:
        in_period &= began < pd.Timestamp(end)
    rows = leavers.assign(is_open=is_open)[in_period | is_open]
    pairs = zip(rows["fee_amount"], rows["currency"], strict=True)
    states = zip(rows["days_to_claim"], rows["is_being_replaced"], strict=True)
    worded = rows.assign(
        fee=[money.amount(*pair) for pair in pairs],
        state=[_state(days, bool(replaced)) for days, replaced in states],
    )
    first, rest = worded[worded["is_open"]], worded[~worded["is_open"]]
    return pd.concat([first.sort_values("claim_by"), rest.sort_values("claim_by", ascending=False)])


def owed_note(rows: pd.DataFrame, as_of: date) -> str:
    """The rule, and the fees of those whose place is not being filled again: a sum per currency."""
    lost = rows[~rows["is_being_replaced"].astype(bool)]
    pairs = zip(lost["fee_amount"], lost["currency"], strict=True)
    into, rates = current().reporting_currency, current().rates
    found = money.total(pairs, into, rates, as_of)
    fees = words.OWED_FEES.format(fees=money.in_words(found)) if found.sums else ""
    return words.OWED_NOTE.format(fees=f"{fees} {money.rates_in_words(found, into)}".rstrip())


def group_table(
    after_90: pd.DataFrame,
    after_365: pd.DataFrame,
    guarantee: pd.DataFrame,
    rating: pd.DataFrame,
    fees: pd.DataFrame,
    as_of: date,
) -> pd.DataFrame:
    """Rows of five metrics for the same groups, side by side; the group with the most hires
    first."""
    few = ~guarantee["starters"].map(figures.is_enough)
    fallen = guarantee.assign(fall_off_rate=guarantee["fall_off_rate"].mask(few))
    year = after_365.rename(columns={"starters": "starters_365"})
    each = [
        (group, _fees_in_words(rows, as_of)) for group, rows in fees.groupby("group", dropna=False)
    ]
    parts = (
        (after_90, ("label", "starters", "stayed_90", "retained_90_rate")),
        (year, ("label", "starters_365", "stayed_365", "retained_365_rate")),
        (fallen, ("label", "left_within", "fall_off_rate", "still_running")),
        (rating, ("label", "favourable", "rated", "favourable_rate")),
        (pd.DataFrame(each, columns=["group", "fee_each"]), ("fee_each",)),
    )
    table = pd.DataFrame(columns=["group", "label"])
    for rows, columns in parts:
        joined = table.merge(
            rows[["group", *columns]], on="group", how="outer", suffixes=("", "_2")
        )
        if "label_2" in joined:
            joined["label"] = joined["label"].fillna(joined.pop("label_2"))
        table = joined
    ordered = table.sort_values(["starters", "label"], ascending=[False, True])
    ordered.attrs = dict(after_90.attrs)
    return ordered


def _few() -> int:
    return current().fewest_without_cases


def _left_within(left: float) -> str:
    if not left:
        return words.NONE_LEFT_WITHIN
    said = words.ONE_LEFT_WITHIN if left == 1 else words.LEFT_WITHIN
    return said.format(left=figures.number(left))


def _state(days: float, is_replaced: bool) -> str:
    if is_replaced:
        return words.REPLACED
    if days < 0:
        return words.PASSED
    return words.OPEN_CLAIM.format(days=figures.days(days)) if days else words.LAST_DAY


def _guarantee_card(guarantee: Measured, owed: pd.DataFrame) -> Card:
    label, explained = words.GUARANTEE, words.GUARANTEE_EXPLAINED
    rows = guarantee.seen
    if rows.empty:
        return figures.share_card(label, 0, 0, None, explained=explained)
    row = rows.iloc[0]
    card = measured_card(
        label,
        guarantee,
        ("left_within", "starters", "fall_off_rate", "fall_off_low", "fall_off_high"),
        of="",
        explained=explained,
    )
    if figures.is_missing(row["left_within"]):
        return card
    running = row["still_running"]
    said = words.ONE_GUARANTEE_RUNNING if running == 1 else words.GUARANTEE_RUNNING
    runs = said.format(running=figures.number(running)) if running else ""
    if figures.is_missing(row["fall_off_rate"]):
        early = f"{words.EARLY}: {runs}"
        return Card(label, figures.DASH, early, explained=explained, before=_claims(owed))
    so_far = words.GUARANTEE_SO_FAR if running else words.GUARANTEE_BASIS
    basis = so_far.format(
        left=figures.number(row["left_within"]), started=figures.number(row["starters"])
    )
    if running:
        basis = f"{basis}, {words.IN_PART.format(runs=runs)}"
    return replace(
        card, basis=basis, before="  \n".join(filter(None, (card.before, _claims(owed))))
    )


def _claims(owed: pd.DataFrame) -> str:
    is_open = owed[owed["is_open"]] if "is_open" in owed else owed
    if is_open.empty:
        return words.NOTHING_TO_CLAIM
    first = is_open["claim_by"].min()
    return words.TO_CLAIM.format(count=len(is_open), day=figures.day(first))


def _rating_card(rating: Measured) -> Card:
    card = measured_card(
        words.RATING,
        rating,
        RATING_NAMES,
        of=words.RATING_OF,
        explained=words.RATING_EXPLAINED_SHORT,
    )
    row = None if rating.seen.empty else rating.seen.iloc[0]
    if row is None or figures.is_missing(row["rated"]):
        return card
    answered = words.RATING_ANSWERED.format(
        share=figures.share(row["rated"], row["asked"], row["response_rate"]),
        asked=figures.number(row["asked"]),
    )
    explained = words.RATING_EXPLAINED.format(
        least=figures.percent(row["favourable_at_least"]),
        most=figures.percent(row["favourable_at_most"]),
    )
    said = explained if figures.is_enough(row["asked"]) else card.explained
    return replace(card, basis=f"{card.basis}; {answered}", explained=said)


def _means(fees: pd.DataFrame, as_of: date) -> list[tuple[money.Amount, int]]:
    parts = fees.dropna(subset=["fees"])
    counted = zip(parts["fees"], parts["currency"], parts["hires"], strict=True)
    return money.means(counted, current().reporting_currency, current().rates, as_of)


def _rates_used(fees: pd.DataFrame, as_of: date) -> str:
    into, rates = current().reporting_currency, current().rates
    known = fees.dropna(subset=["fees"])
    found = money.total(zip(known["fees"], known["currency"], strict=True), into, rates, as_of)
    return money.rates_in_words(found, into)


def _fees_in_words(fees: pd.DataFrame, as_of: date) -> str:
    return " · ".join(money.amount(*amount) for amount, _ in _means(fees, as_of))


def _fee_card(fees: pd.DataFrame, as_of: date) -> Card:
    if fees.empty:
        return figures.share_card(words.FEE, 0, 0, None, explained=words.FEE_EXPLAINED)
    means = _means(fees, as_of)
    if not means:
        return Card(words.FEE, figures.DASH, words.NO_FEES, explained=words.FEE_EXPLAINED)
    (first, hires), *more = means
    others = [words.FEE_MORE.format(amount=money.amount(*a), hires=_hires(n)) for a, n in more]
    running, without = fees["provisional"].sum(), fees["without_fee"].sum()
    said = words.ONE_GUARANTEE_RUNNING if running == 1 else words.GUARANTEE_RUNNING
    runs = said.format(running=figures.number(running))
    return Card(
        words.FEE,
        money.amount(*first),
        words.FEE_OF.format(hires=_hires(hires)),
        likely=words.PROVISIONAL.format(running=runs) if running else "",
        target=words.WITHOUT_FEE.format(hires=_hires(without)) if without else "",
        before=" · ".join(others),
        explained=f"{words.FEE_EXPLAINED} {_rates_used(fees, as_of)}".strip(),
    )


def _hires(count: float) -> str:
    return figures.counted(count, words.HIRE, words.HIRES)
