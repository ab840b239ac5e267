"""Who keeps to what was agreed, and how each side sees the other."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from partnership import figures, tables
from partnership.labels import working_together as words

Row = Mapping[str, Any]
Line = dict[str, Any]
SIDES = ("hr", "agency", "business_leader")
RESPONDENTS = {"agency": "by_agency", "hr": "by_hr", "business_leader": "by_leader"}


def lines(
    *,
    attendance: pd.DataFrame,
    promises: pd.DataFrame,
    roles: pd.DataFrame,
    market: Row | None,
    brief: Row | None,
    goals: Row | None,
    is_seen: Callable[[str], bool],
) -> pd.DataFrame:
    """A line per thing expected and side: the share, of how many, its likely range.

    Rows of meeting_attendance, promises_kept and role_adherence, one of market_information,
    brief_changes and goal_alignment. `is_seen` says whether a table came in.
    """
    changed = _line("changed", words.HR, market, "changed_after", "informed", "changed_after")
    return pd.DataFrame(
        [
            *_of_each("attendance", attendance, "party", ("attended", "expected", "attendance")),
            *_of_each("promises", promises, "owner", ("kept", "promises", "kept")),
            *_of_each("roles", roles, "owner", ("by_owner", "events", "adherence")),
            _line("market", words.AGENCY, market, "informed", "due", "market"),
            changed,
            _line("brief", words.HR, brief, "changed", "searches", "changed"),
            _goals(goals),
        ]
    ).pipe(_with_remarks, is_seen)


def lines_with_cases(expected: pd.DataFrame, answers: pd.DataFrame) -> dict[str, str]:
    """What has cases of what `lines` and `survey` gave, and what it is called."""
    counts = expected[expected["done_n"].notna()]
    counted = {
        (name, party)
        for name, told, n in zip(counts["name"], counts["party"], counts["done_n"], strict=True)
        for party in (told, None)
        if n
    }
    found = {
        line: called
        for line, (called, name, side) in words.CASES.items()
        if (name, side and tables.word(side)) in counted
    }
    return found | {
        line: called
        for line, (called, columns) in words.SURVEY_CASES.items()
        if answers[list(columns)].notna().to_numpy().any()
    }


def survey(answers: pd.DataFrame) -> pd.DataFrame:
    """Rows of pulse, an item each with what every side says of the other."""
    rows = []
    for item, called in words.ITEMS.items():
        row: Line = {"item": called}
        of_item = answers[answers["item"] == item]
        for respondent, name in RESPONDENTS.items():
            found = of_item[of_item["respondent"] == respondent]
            row[f"{name}_k"] = found["favourable"].sum() if len(found) else None
            row[f"{name}_n"] = found["answers"].sum() if len(found) else None
            row[f"{name}_rate"] = found["favourable_rate"].iloc[0] if len(found) else None
        rows.append(row)
    return pd.DataFrame(rows).head(len(rows) if len(answers) else 0)


def _of_each(name: str, rows: pd.DataFrame, side: str, columns: tuple[str, str, str]) -> list[Line]:
    """A line per side of a metric's rows; one without figures where there is no row."""
    if rows.empty:
        return [_line(name, words.BOTH, None, *columns)]
    of_side = {row[side]: row for _, row in rows.iterrows()}
    return [_line(name, each, of_side[each], *columns) for each in SIDES if each in of_side]


def _line(name: str, party: str, row: Any, k: str, n: str, stem: str) -> Line:
    found: Row = {} if row is None else row
    late, open_ones, dropped = (found.get(name) for name in ("late", "still_open", "dropped"))
    return {
        "name": name,
        "what": words.LINES[name],
        "party": tables.word(party),
        "done_k": found.get(k),
        "done_n": found.get(n),
        "done_rate": found.get(f"{stem}_rate"),
        "done_low": found.get(f"{stem}_low"),
        "done_high": found.get(f"{stem}_high"),
        "remark": ""
        if late is None
        else words.LATE.format(late=figures.number(late), open=figures.number(open_ones))
        + (words.DROPPED.format(dropped=figures.number(dropped)) if dropped else ""),
    }


def _goals(row: Row | None) -> Line:
    line = _line("goals", words.BOTH, row, "aligned", "pairs", "aligned")
    if row is not None and figures.is_enough(row["pairs"]):
        hr, agency = figures.number(row["mean_hr"], 1), figures.number(row["mean_agency"], 1)
        line["remark"] = words.GOALS_ON_AVERAGE.format(hr=hr, agency=agency) + _apart(row)
    return line


def _apart(row: Row) -> str:
    """How far the agency's answers lie from HR's, as far as chance lets one say."""
    gap, low, high = (row[name] for name in ("mean_gap", "gap_low", "gap_high"))
    if figures.is_missing(low):
        return ""
    if low <= 0 <= high:
        return words.GOALS_ALIKE
    said = words.GOALS_AGENCY_HIGHER if gap > 0 else words.GOALS_HR_HIGHER
    ends = sorted((abs(low), abs(high)))
    return said.format(low=figures.number(ends[0], 1), high=figures.number(ends[1], 1))


NEEDS = {
    "attendance": ("meetings", "meeting_attendees"),
    "promises": ("commitments",),
    "roles": ("roles",),
    "market": ("briefs", "meetings"),
    "changed": ("briefs", "meetings", "brief_changes"),
    "brief": ("briefs", "meetings", "brief_changes"),
    "goals": ("pulse",),
}


def _with_remarks(rows: pd.DataFrame, is_seen: Callable[[str], bool]) -> pd.DataFrame:
    """What is said where a line has no figure: unseen, not set up, or no case."""
    remarks = []
    for name, n, remark in zip(rows["name"], rows["done_n"], rows["remark"], strict=True):
        if n is not None and not figures.is_missing(n) and n:
            remarks.append(remark)
        elif not all(map(is_seen, NEEDS[name])):
            remarks.append(words.NOT_SET_UP if name == "roles" else words.UNSEEN)
        elif name == "attendance" and n is not None and figures.is_missing(n):
            remarks.append(words.ONLY_COMERS)
        else:
            remarks.append(words.NONE)
    return rows.assign(remark=remarks)
