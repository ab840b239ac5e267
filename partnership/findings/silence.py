"""What the Reply times screen says of silence: who was lost to it, and what it goes with."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures, tables
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.findings.my_partnership import Sides
from partnership.labels import my_partnership as partner_words
from partnership.labels import reply_times as words
from partnership.labels import waiting as waiting_words

Row = Mapping[str, Any]
SILENT_NAMES = ("silent", "submissions", "silent_rate", "silent_low", "silent_high")
REASON_NAMES = ("with_reason", "rejections", "reason_rate", "reason_low", "reason_high")


def cards(silent: Measured, reasons: Measured) -> list[Card]:
    """The share of profiles that nobody answered, and of rejections that say why."""
    return [
        measured_card(
            words.SILENT, silent, SILENT_NAMES, of=words.SILENT_OF, explained=words.SILENT_EXPLAINED
        ),
        measured_card(
            words.REASON,
            reasons,
            REASON_NAMES,
            of=words.REASON_OF,
            explained=words.REASON_EXPLAINED,
        ),
    ]


def curve_too_few(replies: pd.DataFrame) -> str:
    """What is said instead of a curve of too few profiles; empty where they are enough."""
    if replies.empty or figures.is_enough_for_a_median(replies["submissions"].iloc[0]):
        return ""
    count = replies["submissions"].iloc[0]
    return words.CURVE_TOO_FEW.format(
        profiles=figures.counted(count, words.PROFILE, words.PROFILES)
    )


def lost_table(rows: pd.DataFrame, of: Sides) -> pd.DataFrame:
    """Rows of lost_by_step with the step and who owned it in words."""
    steps = [
        words.NOTHING_PENDING if step == "nothing" else tables.word(step) for step in rows["step"]
    ]
    return rows.assign(step=steps, on_whom=[_owner(owner, of) for owner in rows["owner"]])


def none_lost(row: Row | None) -> str:
    """Why nobody stands in that table, from the same row as `lost`."""
    is_unseen = row is not None and figures.is_missing(row["lost"])
    return words.LOST_UNSEEN if is_unseen else words.NONE_LOST


def lost(row: Row | None, of: Sides) -> str:
    """How many were lost while a step was late, from a row of lost_while_waiting; empty where that
    can't be seen."""
    if row is None or figures.is_missing(row["lost"]):
        return ""
    return words.LOST_SAID.format(
        lost=figures.number(row["lost"]),
        submissions=figures.number(row["submissions"]),
        before=figures.number(row["lost_before_screening"]),
        who=_client(of),
    )


def price(row: Row | None, of: Sides) -> str:
    """How withdrawals go with waiting, from a row of price_of_silence, in words of association."""
    if row is None:
        return words.PRICE_NOTHING
    if figures.is_missing(row["beyond_withdrawals"]):
        return words.PRICE_UNSEEN
    within, beyond = int(row["within_withdrawals"]), int(row["beyond_withdrawals"])
    if not figures.is_enough(within + beyond):
        return words.PRICE_TOO_FEW.format(
            withdrawals=figures.counted(within + beyond, words.WITHDRAWAL, words.WITHDRAWALS),
            within=figures.number(within),
            beyond=figures.number(beyond),
            who=_client(of),
        )
    said = words.PRICE_SAID.format(
        who=_client(of),
        within_rate=figures.number(row["within_rate"], 2),
        beyond_rate=figures.number(row["beyond_rate"], 2),
        within=figures.number(within),
        beyond=figures.number(beyond),
        within_days=figures.number(row["within_days"]),
        beyond_days=figures.number(row["beyond_days"]),
    )
    return " ".join(part for part in (said, _times(row), _every(row), words.PRICE_WORDS) if part)


def _times(row: Row) -> str:
    low, high = row["ratio_low"], row["ratio_high"]
    if figures.is_missing(low):
        return ""
    if figures.is_missing(row["rate_ratio"]):
        said = words.PRICE_AT_LEAST.format(low=figures.number(low, 1))
    else:
        said = words.PRICE_TIMES.format(
            ratio=figures.number(row["rate_ratio"], 1),
            low=figures.number(low, 1),
            high=figures.number(high, 1),
        )
    is_apart = low > 1 or (not figures.is_missing(high) and high < 1)
    return said if is_apart else f"{said} {words.PRICE_CHANCE}"


def _every(row: Row) -> str:
    if not row["beyond_withdrawals"]:
        return ""
    days = row["beyond_days"] / row["beyond_withdrawals"]
    return words.PRICE_EVERY.format(days=figures.number(days))


def _client(of: Sides) -> str:
    return waiting_words.HR_SIDE if of.client == partner_words.HR else of.client


def _owner(owner: object, of: Sides) -> str:
    if figures.is_missing(owner):
        return figures.DASH
    if owner == "candidate":
        return words.CANDIDATE
    if owner == "agency":
        return of.agency
    is_company = of.client == partner_words.HR
    return words.OWNERS[str(owner)] if is_company or owner == "both" else of.client
