"""What was answered before, to look up and to change, and what has to be asked since."""

import streamlit as st

from partnership import settings
from partnership.answers import ANY_FILE, Answers
from partnership.builds import Build
from partnership.findings import data as findings
from partnership.labels import data as words
from partnership.ui import kept, questions, states, typist, updating


def draw_answers(shown: str) -> None:
    """The question about sources that turned up after it was answered, and all earlier answers."""
    if st.session_state.get(updating.OPEN_QUESTION):
        return
    answers, receipt = Answers.read(settings.RECORDS), updating.receipt_of(shown)
    sources = findings.unassigned(receipt)
    new = {source: rows for source, rows in sources.items() if source not in answers.agencies}
    is_ours = kept.is_made_from_kept_files(Build(settings.BUILDS / shown))
    answered = updating.remember_and_update if is_ours else _remember
    if new:
        with st.container(border=True):
            st.warning(states.readable(findings.unassigned_sentence(receipt)))
            button = words.ANSWER if is_ours else words.REMEMBER
            questions.draw_agencies("new", new, answers.agencies, answered, button)
    count = len(answers.entries()) + bool(answers.agencies)
    if count:
        panel = st.expander(words.ANSWERED.format(count=count), icon=":material/question_answer:")
        with panel:
            for entry in answers.entries():
                _draw_answered(*entry)
            if answers.agencies:
                st.markdown(f"**{words.ANSWERED_AGENCIES}**")
                known = dict.fromkeys(answers.agencies, "")
                button = words.SAVE if is_ours else words.REMEMBER
                questions.draw_agencies("known", known, answers.agencies, answered, button)


def _draw_answered(question: str, about: str, answer: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        of = words.EVERY_FILE if about == ANY_FILE else about
        said = findings.answered(question, of, answer)
        st.markdown(states.readable(said), width="stretch")
        st.button(
            words.FORGET,
            key=f"forget {question} {about}",
            on_click=_take_back,
            args=(question, about),
        )


def _take_back(question: str, about: str) -> None:
    questions.taken_back(question, about).write(settings.RECORDS, typist.typed_by())
    st.session_state[updating.OUTCOME] = words.FORGOTTEN


def _remember(answers: Answers) -> None:
    answers.write(settings.RECORDS, typist.typed_by())
    st.session_state[updating.OUTCOME] = words.REMEMBERED
    st.rerun()
