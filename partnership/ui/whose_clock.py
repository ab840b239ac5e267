"""The part of a screen that says whose turn it was on every open day."""

from functools import partial

from partnership import charts
from partnership.findings import whose_clock as findings
from partnership.labels import whose_clock as words
from partnership.ui.screen import Screen

METRICS = ("open_days_by_side", "days_to_give_back")


def draw_whose_clock(screen: Screen) -> None:
    """A sentence, the days that each side could give back, and the days by partnership, by opening
    and by what was waited for."""
    called = findings.names(screen.partners_chosen, is_agencys_own=screen.facts.is_agencys_own)
    whole = screen.one("open_days_by_side")
    if whole is None:
        return
    given, before = screen.rows("days_to_give_back"), screen.before("days_to_give_back")
    screen.say(findings.sentence(whole, called), title=words.TITLE)
    screen.say(findings.note(whole))
    screen.cards_of_sides({words.GIVE_BACK: findings.cards(given, before, called)})
    bars = partial(
        charts.stacked_bars, parts=findings.parts(called), axis=words.DAYS_AXIS, unit="count"
    )
    by = screen.partner_kind if len(screen.partners_chosen) > 1 else "quarter"
    left, right = screen.halves()
    with left, screen.part():
        screen.chart(
            words.COMPARED[by],
            findings.compared(screen.rows("open_days_by_side", by=by), by),
            bars,
            columns=words.SIDE_COLUMNS,
            note=words.NOTE_OF_PARTNERSHIPS if by == "agency" else "",
        )
    with right, screen.part():
        shown = findings.longest(
            screen.rows("opening_sides", folder="rows", row_limit=findings.LONGEST)
        )
        screen.chart(
            words.LONGEST,
            shown,
            bars,
            columns=words.LONGEST_COLUMNS,
            note=findings.longest_note(shown, whole),
        )
    with screen.part():
        screen.table(
            words.STEPS,
            findings.steps(screen.rows("days_to_give_back", by="step"), called),
            columns=words.STEP_COLUMNS,
            note=words.STEPS_NOTE,
        )
