"""The cases behind one line of many, which the reader picks."""

from collections.abc import Mapping
from typing import Any

from partnership.labels import line_cases as words
from partnership.ui.screen import Screen

# A line that isn't here has its cases in rows/line_case.
ELSEWHERE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "meeting_rhythm.rhythm_coverage": ("gap", words.SILENCE_COLUMNS),
    "promises": ("commitment", words.PROMISE_COLUMNS),
    "goal_alignment.aligned_rate": ("survey_answer", words.ANSWER_COLUMNS),
    "pulse.of_hr_rate": ("survey_answer", words.ANSWER_COLUMNS),
    "pulse.of_agency_rate": ("survey_answer", words.ANSWER_COLUMNS),
}


def draw_cases_of_lines(screen: Screen, lines: Mapping[str, str], *, key: str) -> None:
    """A choice of one of these lines, and its cases in a panel; on paper the panels that were open.
    `lines` are the lines and what they are called."""
    lines = {line: screen.in_plain(name) for line, name in lines.items()}
    titles = {line: words.TITLE.format(line=name) for line, name in lines.items()}
    if screen.is_on_a_wall or not titles:
        return
    if screen.is_on_paper:
        shown = list(titles)
    else:
        shown = [screen.pick(key, lines, label=words.PICK, width=360)]
    for line in shown:
        rows, columns, how = _listed(line)
        screen.cases_behind(titles[line], rows, columns=columns, **how)


def _listed(line: str) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """The select that lists a line's cases, the columns shown, and how it is asked."""
    if line not in ELSEWHERE:
        more = ("decision_reason",) if line == words.REJECTIONS else ()
        return "line_case", (*words.CASE_COLUMNS, *more), {"line": line}
    rows, columns = ELSEWHERE[line]
    return rows, columns, {"where": {"line": line}} if rows == "survey_answer" else {}
