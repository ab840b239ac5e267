"""meeting_rhythm and kickoff_coverage."""

from oracle import meetings
from oracle.asking import Asked, grouped, search_group
from oracle.reading import Export, Row
from oracle.survival import rate, wilson


def meeting_rhythm(export: Export, asked: Asked) -> list[Row]:
    """On how many days contact was no further back than agreed."""
    facts = [
        rhythm
        for rhythm in meetings.rhythms(export, asked.start, asked.end)
        if asked.has_agency(rhythm.agency)
    ]
    groups = grouped(asked.by, facts, lambda r: [getattr(r, asked.by) if asked.by else None])
    rows = []
    for group, rhythms in groups.items():
        row: Row = {"group": group, "window_days": sum(r.window_days for r in rhythms)}
        row["covered_days"] = covered = sum(r.covered_days for r in rhythms)
        row["rhythm_coverage"] = rate(covered, row["window_days"])
        row["meetings_held"] = sum(r.meetings_held for r in rhythms)
        row["longest_gap_days"] = max((r.longest_gap_days for r in rhythms), default=None)
        row["overdue_days"] = max((r.overdue_days for r in rhythms), default=None)
        if "meetings" not in export.has:
            row |= dict.fromkeys(row.keys() - {"group", "window_days"})
        rows.append(row)
    return rows


def kickoff_coverage(export: Export, asked: Asked) -> list[Row]:
    """How many searches given to an agency began with a meeting in time."""
    facts = [
        brief
        for brief in meetings.briefs(export)
        if asked.has_day(brief.briefed.on) and asked.has_agency(brief.agency)
    ]
    groups = grouped(
        asked.by, facts, lambda b: [search_group(asked.by, b.search, b.briefed.on, b.agency)]
    )
    rows = []
    for group, briefs in groups.items():
        due = sum(b.is_due for b in briefs)
        kickoffs, tri_party = (
            sum(b.has_kickoff for b in briefs),
            sum(b.is_tri_party for b in briefs),
        )
        low, high = wilson(tri_party, due)
        row = {
            "group": group,
            "due": due,
            "kickoffs": kickoffs,
            "kickoff_rate": rate(kickoffs, due),
        }
        row |= {"tri_party": tri_party, "tri_party_rate": rate(tri_party, due)}
        row |= {"tri_party_low": low, "tri_party_high": high}
        if "meeting_attendees" not in export.has:
            row |= dict.fromkeys(name for name in row if name.startswith("tri_party"))
        if not {"briefs", "meetings"} <= export.has:
            row = dict.fromkeys(row) | {"group": group}
        rows.append(row)
    return rows
