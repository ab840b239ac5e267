"""Appendix: what the figures were made from, and which rules were changed since the last review."""

from collections.abc import Sequence

from partnership import __version__, figures
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.periods import four_quarters_to
from partnership.review import parts
from partnership.review.asked import Asked
from partnership.review.model import Slide, Table
from partnership.review.source import About


def slide(asked: Asked, about: About) -> Slide:
    """As-of, version, what was set aside, the rules that were set."""
    rules, said = asked.rules, more.NOTES
    rows = [
        (said["as_of"], figures.day(asked.as_of)),
        (said["window"], _window(asked)),
        (said["sample"], more.INVENTED if about.is_sample else more.EXPORTS),
        (said["set_aside"], figures.number(about.set_aside)),
        (said["reply_days"], figures.counted(rules.reply_days, *more.WORKING_DAYS)),
        (said["ownership_days"], figures.days(rules.ownership_days)),
        (said["interval"], figures.days(rules.meeting_interval_days)),
        (said["build"], about.build),
        (said["version"], f"{shell.APP} {__version__}"),
    ]
    state = more.SET_ASIDE_SOME if about.set_aside else more.WHOLE
    if about.set_aside is None:
        state = more.UNKNOWN
    return parts.slide(
        asked,
        "data_notes",
        headline=parts.sentence(
            more.NOTES_HEADLINE.format(
                day=figures.day(asked.as_of),
                state=state.format(count=figures.number(about.set_aside)),
            )
        ),
        message=more.NOTES_MESSAGE,
        table=Table(more.NOTE_COLUMNS, tuple(rows)),
        points=_changed(asked.kept.changes),
        basis="",
        definition=more.LIKELY_RANGE,
        source=shell.DATA,
        in_appendix=True,
    )


def _window(asked: Asked) -> str:
    """The days of the four quarters, and how many of these the files hold."""
    window = four_quarters_to(asked.quarter).days_in_words
    began = parts.began(asked)
    return f"{window}. {began}" if began else window


def _changed(changes: Sequence[str]) -> list[str]:
    return [more.SETTING_CHANGED.format(change=change) for change in changes]
