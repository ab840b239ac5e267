"""Adding files on the screen: the drop area, the questions they raise, the update."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from partnership import dropped, entries, importing, settings
from partnership.answers import Answers
from partnership.builds import Build, all_builds
from partnership.errors import NeedsAnswer, PartnershipError, UnknownMapping
from partnership.findings import data as findings
from partnership.findings import settings as of_settings
from partnership.labels import data as words
from partnership.ui import questions, states, typed, typist
from partnership.ui.screen import Screen

OPEN_QUESTION = "open question"
OUTCOME = "outcome of the last update"


def receipt_of(build: str) -> dict[str, Any]:
    """The import report of a build."""
    return Build(settings.BUILDS / build).receipt


def draw_update(screen: Screen) -> None:
    """What came of the last attempt, what is asked, the drop area, the files that wait."""
    _say_outcome()
    question = st.session_state.get(OPEN_QUESTION)
    if isinstance(question, NeedsAnswer):
        questions.draw_question(question, remember_and_update)
    elif isinstance(question, PartnershipError):
        questions.draw_tables(question, _unknown_files(), remember_and_update)
    _draw_waiting(is_asked=question is not None)
    with st.form("add files", clear_on_submit=True, border=True):
        st.markdown(words.ADD_FILES_HELP)
        files = st.file_uploader(words.DROP_HERE, accept_multiple_files=True, key="dropped files")
        pressed = st.form_submit_button(
            words.UPDATE, type="primary", icon=":material/refresh:", key="update"
        )
    if pressed:
        named = Answers.read(settings.RECORDS).table
        for file in files or ():
            dropped.keep(settings.EXPORTS, file.name, file.getvalue(), named)
        if _is_sample_to_count_anew(screen):
            update_sample()
        else:
            update()


def _is_sample_to_count_anew(screen: Screen) -> bool:
    """Whether nobody brought a file, but something was typed or set beside the sample."""
    if not screen.facts.is_sample or dropped.to_build_from(settings.EXPORTS):
        return False
    is_set = bool(of_settings.difference(screen.facts.rules, settings.current()))
    return is_set or any(typed.since(screen.source, table) for table in entries.TABLES)


def update(*, without: str = "") -> None:
    """Make the figures from the kept files and those that wait, and say how it went."""
    paths = dropped.to_build_from(settings.EXPORTS, without=without)
    if not paths:
        st.warning(words.NO_FILES)
        return
    st.session_state.pop(OPEN_QUESTION, None)
    with st.status(words.READING) as status:
        try:
            build = importing.build_dropped(
                paths,
                builds=settings.BUILDS,
                records=settings.RECORDS,
                progress=_shown_on(st.progress(0.0)),
            )
        except NeedsAnswer as question:
            st.session_state[OPEN_QUESTION] = question
        except PartnershipError as error:
            is_asked = isinstance(error, UnknownMapping) and bool(_unknown_files())
            st.session_state[OPEN_QUESTION if is_asked else OUTCOME] = error
        else:
            dropped.accept(settings.EXPORTS, paths)
            dropped.remove(settings.EXPORTS, without)
            st.session_state[OUTCOME] = _updated(build, taken_out=without)
        status.update(label=words.READ)
    st.rerun()


def update_sample() -> None:
    """Make the sample's figures again, by the settings of now."""
    with st.status(words.READING):
        try:
            build = importing.build_dropped(
                [settings.SAMPLE],
                builds=settings.BUILDS,
                records=settings.RECORDS,
                progress=_shown_on(st.progress(0.0)),
            )
        except PartnershipError as error:
            st.session_state[OUTCOME] = error
        else:
            st.session_state[OUTCOME] = _updated(build)
    st.rerun()


def _updated(build: Build, taken_out: str = "") -> str:
    has_earlier = len(all_builds(settings.BUILDS)) > 1
    return findings.updated(build.receipt, taken_out, has_earlier=has_earlier)


def _shown_on(bar: Any) -> Callable[[str, float], None]:
    def show(step: str, done: float) -> None:
        text = findings.step_in_words(step, done)
        bar.progress(min(max(done, 0.0), 1.0), text=states.readable(text))

    return show


def _say_outcome() -> None:
    outcome = st.session_state.pop(OUTCOME, None)
    if isinstance(outcome, PartnershipError):
        states.show_error(outcome)
        st.caption(words.KEPT)
    elif outcome:
        st.success(states.readable(outcome), icon=":material/check_circle:")


def _draw_waiting(*, is_asked: bool) -> None:
    names = [file.name for file in dropped.waiting(settings.EXPORTS)]
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        text = words.WAITING.format(files=", ".join(names))
        st.markdown(states.readable(text), width="stretch")
        pressed = not is_asked and st.button(words.ADD_NOW, key="add waiting")
        st.button(words.FORGET_WAITING, key="forget", on_click=_forget)
    if pressed:
        update()


def _forget() -> None:
    dropped.discard(settings.EXPORTS)
    st.session_state.pop(OPEN_QUESTION, None)
    st.session_state[OUTCOME] = words.LEFT_OUT


def remember_and_update(answers: Answers) -> None:
    """Keep what was answered, and go on with the update it was asked for."""
    answers.write(settings.RECORDS, typist.typed_by())
    new_names = dropped.name_waiting(settings.EXPORTS, answers.table)
    Answers.read(settings.RECORDS).renamed(new_names).write(settings.RECORDS)
    update()


def _unknown_files() -> list[Path]:
    """The waiting files that are not named after a table."""
    waiting = dropped.waiting(settings.EXPORTS)
    return [file for file in waiting if dropped.spoken_name(file) not in words.HOLDS_TABLES]
