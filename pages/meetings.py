"""Meetings: do we meet as agreed?"""

from functools import partial

from partnership import charts
from partnership.findings import meetings as findings
from partnership.findings import working_together as together
from partnership.labels import meetings as words
from partnership.labels import working_together as together_words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen
from partnership.ui.line_cases import draw_cases_of_lines

screen = open_screen(
    words.TITLE,
    metrics=(
        "meeting_rhythm",
        "partnership_contact",
        "kickoff_coverage",
        "kickoff_lead_time",
        "meeting_mix",
        "meeting_gaps",
        "meeting_attendance",
        "promises_kept",
        "market_information",
        "brief_changes",
        "role_adherence",
        "goal_alignment",
        "pulse",
    ),
    needs=("meetings",),
    readers=EVERY_READER,
)
screen.leads_to("records.py", words.LOG_A_MEETING, icon="edit_note")
screen.leads_to("kickoff_sheet.py", words.KICKOFF_SHEET, icon="rocket_launch")

partnerships = screen.rows("partnership_contact")
rhythm = screen.measured("meeting_rhythm", "rhythm_coverage")
kickoffs = screen.measured("kickoff_coverage", "tri_party_rate")

screen.finding(findings.finding(partnerships))
screen.cards(
    findings.cards(
        rhythm,
        kickoffs,
        screen.one("kickoff_lead_time"),
        screen.one("meeting_mix"),
        partnerships,
    ),
    of=["meeting_rhythm"] * 6,
)

with screen.part():
    meetings, silences = screen.cases("meeting"), screen.cases("gap")
    screen.chart(
        words.STRIP,
        meetings,
        partial(
            charts.meeting_strip,
            silences=silences,
            label="agency_name",
            order=findings.by_silence(meetings, partnerships),
        ),
        columns=words.STRIP_COLUMNS,
    )
    screen.cases_behind(words.MEETINGS_BEHIND, "meeting", columns=words.MEETING_COLUMNS)
    screen.cases_behind(words.SILENCES_BEHIND, "gap", columns=words.GAP_COLUMNS)

with screen.part():
    screen.table(
        words.TABLE if screen.is_hrs else words.TABLE_OF_ONE,
        findings.partnership_table(partnerships, screen.rows("meeting_gaps")),
        columns=words.TABLE_COLUMNS,
        note=words.TABLE_NOTE if screen.is_hrs else words.TABLE_NOTE_OF_ONE,
    )

if screen.is_hrs:  # one agency has none to stand beside
    left, right = screen.halves()
    with left, screen.part():
        screen.chart(
            words.COMPARISON,
            screen.rows("meeting_rhythm", by="agency"),
            partial(charts.bars, axis=words.IN_TOUCH_AXIS, **findings.IN_TOUCH),
            columns=words.RHYTHM_COLUMNS,
            note=words.COMPARISON_NOTE,
        )
    with right, screen.part():
        screen.chart(
            words.KICKOFFS,
            screen.rows("kickoff_coverage", by="agency"),
            partial(charts.bars, axis=words.KICKOFFS_AXIS, **findings.ALL_THREE),
            columns=words.KICKOFF_COLUMNS,
            note=words.KICKOFFS_NOTE,
        )
with screen.part():
    screen.cases_behind(
        words.BRIEFS_BEHIND, "brief", columns=words.BRIEF_COLUMNS, counted=(kickoffs.seen, "due")
    )

with screen.part():
    screen.chart(
        words.TREND,
        rhythm.quarters,
        partial(charts.trend, axis=words.IN_TOUCH_AXIS, **findings.IN_TOUCH),
        columns=words.RHYTHM_COLUMNS,
        note=words.TREND_NOTE,
    )

with screen.part():
    expected = together.lines(
        attendance=screen.rows("meeting_attendance"),
        promises=screen.rows("promises_kept"),
        roles=screen.rows("role_adherence"),
        market=screen.one("market_information"),
        brief=screen.one("brief_changes"),
        goals=screen.one("goal_alignment"),
        is_seen=screen.shows,
    )
    answers = together.survey(screen.rows("pulse"))
    screen.table(
        together_words.TITLE,
        expected,
        columns=together_words.COLUMNS,
        note=together_words.NOTE,
    )
    screen.table(
        together_words.SURVEY,
        answers,
        columns=together_words.SURVEY_COLUMNS,
        note=together_words.SURVEY_NOTE,
        instead=together_words.NO_SURVEY,
    )
    draw_cases_of_lines(screen, together.lines_with_cases(expected, answers), key="expected")

screen.close()
