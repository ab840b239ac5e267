"""Appendix: meetings, their rhythm and the kickoffs."""

from partnership import figures
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import YEAR, Asked, Row
from partnership.review.model import Slide
from partnership.review.shares import measured

NAMES = ("meeting_rhythm.rhythm_coverage", "kickoff_coverage.tri_party_rate")


def slide(asked: Asked) -> Slide:
    """Whether the two met as agreed, and how searches began."""
    if not asked.shows("meetings"):
        return _unseen(asked)
    measures = [measured(asked, name) for name in NAMES]
    contacts = asked.rows("partnership_contact", YEAR)
    late = sorted(contacts, key=lambda row: row["overdue_days"] or 0, reverse=True)
    row = late[0] if late else None
    return parts.slide(
        asked,
        "meetings",
        headline=parts.sentence(_headline(asked, sentences.said(measures[0].year), row)),
        message=more.MEETINGS_MESSAGE,
        table=parts.share_table(asked, measures),
        points=_points(row),
        basis=more.MEETINGS_BASIS.format(
            days=figures.number(measures[0].year.n), searches=figures.number(measures[1].year.n)
        ),
        definition=asked.defined("meeting_rhythm", "kickoff_coverage"),
        source=shell.MEETINGS,
        is_short=not measures[0].year.n,
        in_appendix=True,
    )


def _unseen(asked: Asked) -> Slide:
    return parts.slide(
        asked, "meetings", headline=parts.sentence(more.MEETINGS_UNSEEN),
        message=more.MEETINGS_MESSAGE, basis="", definition=asked.defined("meeting_rhythm"),
        source=shell.MEETINGS, is_short=True, in_appendix=True,
    )  # fmt: skip


def _headline(asked: Asked, said: str, row: Row | None) -> str:
    if row is None or row["last_contact_on"] is None:
        return more.MEETINGS_HEADLINE[asked.tone].format(said=said, day=more.NEVER_MET, overdue="")
    late = row["overdue_days"]
    return more.MEETINGS_HEADLINE[asked.tone].format(
        said=asked.in_words(said),
        day=figures.day(row["last_contact_on"]),
        overdue=more.OVERDUE.format(days=figures.days(late)) if late else "",
    )


def _points(row: Row | None) -> list[str]:
    if row is None:
        return []
    said = more.MEETING_POINTS
    points = [
        said["held"].format(held=figures.number(row["held"]), missed=figures.number(row["missed"])),
        said["longest"].format(
            days=figures.days(row["longest_gap_days"]), interval=figures.days(row["interval_days"])
        ),
    ]
    informal = row["last_informal_on"]
    return [*points, *([said["informal"].format(day=figures.day(informal))] if informal else [])]
