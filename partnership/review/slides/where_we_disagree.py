"""Appendix: where the two sides disagree, said plainly."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from partnership import figures, money, wording
from partnership.labels import review as words
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.review import known_disputes, lists_compared, parts
from partnership.review.asked import NOW, YEAR, Asked, Row
from partnership.review.model import Slide, Table

OF_HR, OF_AGENCY = "agency", "hr"  # who answered


def slide(asked: Asked) -> Slide:
    """Open disputes, how far apart the answers of both sides lie, and lists that differ."""
    disputes = open_disputes(asked)
    rows = tuple(_dispute(asked, row) for row in disputes)
    gap = asked.row("goal_alignment", YEAR) if asked.shows("pulse") else None
    lists = lists_compared.newest(asked)
    return parts.slide(
        asked,
        "where_we_disagree",
        headline=parts.sentence(_headline(asked, len(rows), gap) + lists_compared.headline(lists)),
        message=more.DISAGREE_MESSAGE,
        table=Table(more.DISPUTE_COLUMNS, rows, right=(5,)) if rows else None,
        points=[*_survey(asked), *lists_compared.points(asked, lists)],
        basis=more.DISAGREE_BASIS.format(
            pairs=figures.number(gap["pairs"] if gap else 0),
            day=figures.day(asked.as_of if asked.is_latest else asked.last_day),
        )
        + _entered(disputes)
        + lists_compared.basis(lists, asked.agency),
        definition=asked.defined("goal_alignment", "pulse"),
        source=f"{shell.REDUNDANT_SUBMISSIONS}, {shell.MEETINGS}",
        in_appendix=True,
    )


def open_disputes(asked: Asked) -> list[dict[Any, Any]]:
    """Those open on the day of the figures, and as typed since; of an earlier quarter, on its last
    day."""
    rows = asked.frame("dispute", NOW, folder="rows", row_limit=None)
    typed = asked.kept.disputes
    found = known_disputes.known(rows, typed, asked.agency_id, _titles(asked) if typed else {})
    end = None if asked.is_latest else pd.Timestamp(asked.quarter.end)
    return [row for row in found if known_disputes.is_open(row, end)]


def _titles(asked: Asked) -> dict[str, str]:
    names = ("submission", "partner_opening")
    rows = (asked.frame(name, NOW, folder="rows", row_limit=None) for name in names)
    return known_disputes.titles(*rows)


def _dispute(asked: Asked, row: dict[Any, Any]) -> tuple[str, ...]:
    by = asked.agency if row["raised_by"] == "agency" else words.OWNERS[row["raised_by"]]
    fee = row["fee_at_stake"]
    return (
        wording.sentence(known_disputes.case(row)),
        parts.title(row["title"]),
        wording.sentence(by),
        figures.day(row["raised_on"]),
        wording.sentence(known_disputes.claim(row, is_whole=False)),
        figures.DASH if figures.is_missing(fee) else money.amount(fee, row["currency"]),
    )


def _entered(disputes: Sequence[Mapping[Any, Any]]) -> str:
    """How many of them the figures don't hold; empty where they hold all."""
    entered = sum(bool(row[known_disputes.ENTERED]) for row in disputes)
    said = more.ENTERED_BASIS.format(count=figures.number(entered))
    return said if entered else ""


def _headline(asked: Asked, disputes: int, gap: Row | None) -> str:
    said, names = more.DISAGREE_HEADLINE, (more.DISPUTE, more.DISPUTES)
    if not asked.is_latest:
        said, names = more.DISAGREED_HEADLINE, (more.DISPUTE_THEN, more.DISPUTES_THEN)
    return said["some" if disputes else "none"].format(
        disputes=figures.counted(disputes, *names),
        day=figures.day(asked.last_day),
        and_gap=_gap(gap),
    )


def _gap(gap: Row | None) -> str:
    """How far apart both answer on the goals; nothing of fewer than a share needs."""
    if gap is None or not gap["pairs"]:
        return ""
    of = figures.k_of_n(gap["aligned"], gap["pairs"])
    return more.GAP.format(of=of)


def _survey(asked: Asked) -> list[str]:
    """Question by question, how both sides rate each other; as counts, for they are few."""
    if not asked.shows("pulse"):
        return []
    rows = {(str(r["respondent"]), str(r["item"])): r for r in asked.rows("pulse", YEAR)}
    said = []
    for item, name in more.ITEMS.items():
        pair = [rows.get((by, item)) for by in (OF_HR, OF_AGENCY)]
        if pair[0] is not None and pair[1] is not None:
            of_hr, of_agency = (
                figures.k_of_n(row["favourable"], row["answers"]) for row in pair if row
            )
            said.append(f"{name} {of_hr} / {of_agency}")
    if not said:
        return []
    return [more.ITEM_POINT.format(agency=asked.agency, items=", ".join(said))]
