"""Disputes as they are known now: those of the figures, with what was typed of them since in the
place of the old, and those that were typed since."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import disputed, review_appendix

ENTERED = "is_entered"
# A claim has so many letters on a slide, fewer beside the mark; the workbook has all of them.
LONGEST_CLAIM, LONGEST_BESIDE_MARK = 85, 50
Row = Mapping[Any, Any]


def known(
    rows: pd.DataFrame,
    typed: Sequence[Mapping[str, str]],
    agency_id: str,
    titles: Mapping[str, str],
) -> list[dict[Any, Any]]:
    """Rows of dispute as they were typed again since, and those typed since of this agency, the
    oldest first. `titles` names the search of each of the agency's cases."""
    found = {str(row["dispute_id"]): {**row, ENTERED: False} for row in rows.to_dict("records")}
    for entry in typed:
        before = found.get(entry["dispute_id"])
        if before is not None or _is_own(entry, agency_id, titles):
            found[entry["dispute_id"]] = _typed(entry, before or {}, titles)
    return sorted(found.values(), key=lambda row: (row["raised_on"], str(row["dispute_id"])))


def titles(sent: pd.DataFrame, openings: pd.DataFrame) -> dict[str, str]:
    """The title of the search of each of these submissions, openings and searches."""
    keys = ((openings, "search_id"), (openings, "opening_id"), (sent, "search_id"))
    return {
        str(row[key]): "" if figures.is_missing(row["title"]) else str(row["title"])
        for rows, key in (*keys, (sent, "submission_id"))
        for row in rows.to_dict("records")
    }


def is_open(row: Row, end: pd.Timestamp | None) -> bool:
    """Whether it is open, or with an `end` was when that day began."""
    if end is None:
        return figures.is_missing(row["settled_on"])
    return row["raised_on"] < end and not row["settled_on"] < end  # not settled: no day, never less


def case(row: Row) -> str:
    """The case that it is about: its kind and its id."""
    kind, key = _text(row["case_kind"]), _text(row["case_id"]) or _text(row["submission_id"])
    return f"{disputed.CASES.get(kind, kind)} {key}".strip() or figures.DASH


def claim(row: Row, *, is_whole: bool = True) -> str:
    """What is wrong, what would be right, and whether the figures know of it."""
    said = _text(row["claim"])
    longest = LONGEST_BESIDE_MARK if row[ENTERED] else LONGEST_CLAIM
    if not is_whole and len(said) > longest:
        said = f"{said[: longest - 1].rstrip()}…"
    about = disputed.ABOUT.get(_text(row["about"]), disputed.NOT_SAID)
    told = review_appendix.CLAIM.format(about=about, claim=said or review_appendix.NO_CLAIM)
    return review_appendix.ENTERED_AFTER.format(claim=told) if row[ENTERED] else told


def _is_own(entry: Mapping[str, str], agency_id: str, titles: Mapping[str, str]) -> bool:
    """Whether it is about the agency: a submission in it is the agency's own."""
    if submission := entry.get("submission_id"):
        return submission in titles
    return entry.get("agency_id") == agency_id


def _typed(entry: Mapping[str, str], before: Row, titles: Mapping[str, str]) -> dict[Any, Any]:
    submission = entry.get("submission_id", "")
    kind = entry.get("case_kind") or ("submission" if submission else "")
    case_id = entry.get("case_id") or submission
    title = before.get("title") or titles.get(submission) or titles.get(case_id)
    return {
        **before,
        "dispute_id": entry["dispute_id"],
        "title": title or None,
        "submission_id": submission,
        "case_kind": kind,
        "case_id": case_id,
        "raised_by": entry.get("raised_by", ""),
        "raised_on": _day(entry.get("raised_at")),
        "about": entry.get("about") or None,
        "claim": entry.get("claim") or None,
        "fee_at_stake": float(entry["fee_at_stake"]) if entry.get("fee_at_stake") else None,
        "currency": entry.get("currency") or None,
        "settled_on": _day(entry.get("settled_at")),
        "outcome": entry.get("outcome") or None,
        ENTERED: True,
    }


def _day(said: str | None) -> pd.Timestamp:
    return pd.Timestamp(said[:10] if said else None)


def _text(value: Any) -> str:
    return "" if figures.is_missing(value) else str(value)
