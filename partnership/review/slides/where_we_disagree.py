"""Appendix: where the two sides disagree, said plainly."""

from typing import Any

import pandas as pd

from partnership import figures, money
from partnership.labels import columns, shell
from partnership.labels import review as words
from partnership.labels import review_appendix as more
from partnership.review import lists_compared, parts
from partnership.review.asked import NOW, YEAR, Asked, Row
from partnership.review.model import Slide, Table

OF_HR, OF_AGENCY = "agency", "hr"  # who answered


def slide(asked: Asked) -> Slide:
    """Open disputes, how far apart the answers of both sides lie, and lists that differ."""
    disputes = _open_disputes(asked)
    rows = tuple(_dispute(asked, row) for row in disputes)
    gap = asked.row("goal_alignment", YEAR) if asked.shows("pulse") else None
    lists = lists_compared.newest(asked)
    return parts.slide(
        asked,
        "where_we_disagree",
        headline=parts.sentence(_headline(asked, len(rows), gap) + lists_compared.headline(lists)),
        message=more.DISAGREE_MESSAGE,
        table=Table(more.DISPUTE_COLUMNS, rows, right=(4,)) if rows else None,
        points=[*_survey(asked), *lists_compared.points(asked, lists)],
        basis=more.DISAGREE_BASIS.format(
            pairs=figures.number(gap["pairs"] if gap else 0),
            day=figures.day(asked.as_of if asked.is_latest else asked.last_day),
        )
        + lists_compared.basis(lists, asked.agency),
        definition=asked.defined("goal_alignment", "pulse"),
        source=f"{shell.REDUNDANT_SUBMISSIONS}, {shell.MEETINGS}",
        in_appendix=True,
    )


def _open_disputes(asked: Asked) -> list[dict[Any, Any]]:
    """Those open on the day of the figures; of an earlier quarter, on its last day."""
    rows = asked.frame("dispute", NOW, folder="rows", row_limit=None).to_dict("records")
    if asked.is_latest:
        return [dict(row) for row in rows if row["is_open"]]
    end = pd.Timestamp(asked.quarter.end)
    return [
        dict(row)
        for row in rows
        if row["raised_on"] < end and not row["settled_on"] < end  # not settled: no day, never less
    ]


def _dispute(asked: Asked, row: dict[Any, Any]) -> tuple[str, ...]:
    by = asked.agency if row["raised_by"] == "agency" else words.OWNERS[row["raised_by"]]
    about = figures.DASH if figures.is_missing(row["about"]) else str(row["about"])
    fee = row["fee_at_stake"]
    return (
        columns.WORDS.get(about, about),
        parts.title(row["title"]),
        by,
        figures.day(row["raised_on"]),
        figures.DASH if figures.is_missing(fee) else money.amount(fee, row["currency"]),
    )


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
