"""Adding files on the screen: the drop area, the questions they raise, the update, going back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from partnership import builds, dropped, figures, importing, settings
from partnership.answers import Answers
from partnership.builds import Build
from partnership.errors import NeedsAnswer, PartnershipError
from partnership.labels import data as words
from partnership.ui import states

OPEN_QUESTION = "open question"
LAST_UPDATE = "last update"


def receipt_of(build: str) -> dict[str, Any]:
    """The import report of a build."""
    return Build(settings.BUILDS / build).receipt


def draw_update() -> None:
    """The drop area, and what came of the last attempt."""
    _say_last()
    with st.form("add files", clear_on_submit=True, border=True):
        st.markdown(words.ADD_FILES_HELP)
        files = st.file_uploader(words.DROP_HERE, accept_multiple_files=True, key="dropped files")
        pressed = st.form_submit_button(
            words.UPDATE, type="primary", icon=":material/refresh:", key="update"
        )
    if pressed:
        for file in files or ():
            dropped.keep(settings.EXPORTS, file.name, file.getvalue())
        _update()
    _draw_waiting()
    question = st.session_state.get(OPEN_QUESTION)
    if question:
        _draw_question(question)


def draw_earlier(shown: str) -> None:
    """The builds that are kept, and a button that shows one of them again."""
    for build in builds.all_builds(settings.BUILDS):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_version(build), width="stretch")
            if build.name == shown:
                st.markdown(f"**{words.SHOWN_NOW}**")
            else:
                st.button(
                    words.GO_BACK_TO,
                    key=f"go back {build.name}",
                    on_click=_go_back,
                    args=(build.name,),
                    icon=":material/undo:",
                )


def draw_unassigned(sources: Sequence[str], sentence: str) -> None:
    """The question about sources that turned up after it was answered."""
    if sources and not st.session_state.get(OPEN_QUESTION):
        st.warning(sentence)
        _draw_agencies({source: "" for source in sources})


def _update() -> None:
    paths = dropped.to_build_from(settings.EXPORTS)
    if not paths:
        return
    st.session_state.pop(OPEN_QUESTION, None)
    try:
        with st.status(words.READING) as status:
            bar = st.progress(0.0)
            build = importing.build_dropped(
                paths,
                builds=settings.BUILDS,
                records=settings.RECORDS,
                progress=_shown_on(bar),
            )
            status.update(state="complete")
    except NeedsAnswer as question:
        st.session_state[OPEN_QUESTION] = question
    except PartnershipError as error:
        st.session_state[LAST_UPDATE] = error
    else:
        dropped.accept(settings.EXPORTS)
        st.session_state[LAST_UPDATE] = build.name
    st.rerun()


def _shown_on(bar: Any) -> Callable[[str, float], None]:
    def show(step: str, done: float) -> None:
        bar.progress(min(max(done, 0.0), 1.0), text=step)

    return show


def _say_last() -> None:
    last = st.session_state.pop(LAST_UPDATE, None)
    if isinstance(last, PartnershipError):
        states.show_error(last)
        st.caption(words.KEPT)
    elif last:
        st.success(words.UPDATED, icon=":material/check_circle:")


def _draw_waiting() -> None:
    names = [file.name for file in dropped.waiting(settings.EXPORTS)]
    if names:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(words.WAITING.format(files=", ".join(names)), width="stretch")
            st.button(words.FORGET_WAITING, key="forget", on_click=_forget)


def _forget() -> None:
    dropped.discard(settings.EXPORTS)
    st.session_state.pop(OPEN_QUESTION, None)


def _draw_question(question: NeedsAnswer) -> None:
    st.warning(f"{question.message}  \n{question.next_step}", title=question.title)
    if question.question == "agencies":
        _draw_agencies(question.choices)
        return
    with st.form("question"):
        choices = dict(question.choices)
        answer = st.radio(
            words.CHOOSE,
            list(choices),
            format_func=lambda choice: f"{choice}: {choices[choice]}",
            index=None,
            key="answer",
        )
        if st.form_submit_button(words.ANSWER, type="primary") and answer:
            _remember(Answers(**{question.question: {question.about: answer}}))


def _draw_agencies(sources: Mapping[str, str]) -> None:
    with st.form("agencies"):
        st.markdown(words.WHICH_ARE_AGENCIES)
        asked = pd.DataFrame(
            {
                "source": list(sources),
                "rows": list(sources.values()),
                "is_agency": False,
                "agency": list(sources),
            }
        )
        told = st.data_editor(
            asked,
            hide_index=True,
            disabled=["source", "rows"],
            column_config={
                "source": words.SOURCE,
                "rows": words.ROWS if any(sources.values()) else None,
                "is_agency": st.column_config.CheckboxColumn(words.IS_AGENCY),
                "agency": st.column_config.TextColumn(words.AGENCY_NAME),
            },
            key="which are agencies",
        )
        if st.form_submit_button(words.ANSWER, type="primary", key="answer agencies"):
            _remember(Answers(agencies=agencies_told(told)))


def agencies_told(told: pd.DataFrame) -> dict[str, str | None]:
    """Source → agency, None where it was not ticked; a ticked one without a name keeps its own."""
    return {
        str(source): (str(agency or "").strip() or str(source)) if is_agency else None
        for source, is_agency, agency in zip(
            told["source"], told["is_agency"], told["agency"], strict=True
        )
    }


def _remember(answers: Answers) -> None:
    answers.write(settings.RECORDS)
    _update()


def _go_back(name: str) -> None:
    builds.rollback(settings.BUILDS, name)
    st.session_state[LAST_UPDATE] = name


def _version(build: Build) -> str:
    about = build.manifest
    return words.VERSION.format(
        day=figures.day(datetime.fromisoformat(about["as_of"])),
        made=words.MADE_AT.format(day=figures.day(datetime.fromisoformat(about["created_at"]))),
        rows=figures.number(build.receipt["rows"]["accepted"]),
    ) + (f" · {words.SYNTHETIC}" if about["is_synthetic"] else "")
