"""Questions that only a person can answer, as forms: how files are written, who is an agency."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from partnership import dropped, wording
from partnership.answers import ANY_FILE, Answers
from partnership.errors import NeedsAnswer, PartnershipError
from partnership.findings import data as findings
from partnership.labels import data as words
from partnership.ui import states

Answered = Callable[[Answers], None]


def draw_question(question: NeedsAnswer, answered: Answered) -> None:
    """One question with its possible answers; `answered` gets what was said."""
    if question.question == "agencies":
        with st.container(border=True):
            st.subheader(words.AGENCIES_ASKED, anchor=False)
            draw_agencies("asked", question.choices, {}, answered, words.ANSWER)
        return
    with st.form("question"):
        st.subheader(findings.asked(question.question, question.about), anchor=False)
        # The bytes of a file say nothing to a reader; what they would read as does.
        explained = words.HINTS.get(question.question) or question.message
        st.markdown(states.readable(wording.sentence(explained)))
        chosen = st.radio(
            words.CHOOSE,
            list(question.choices),
            format_func=lambda choice: findings.choice(
                question.question, choice, question.choices[choice]
            ),
            index=None,
            key=f"answer {question.question} {question.about}",
        )
        is_general = question.question != "column" and st.checkbox(
            words.FOR_EVERY_FILE, key="for every file"
        )
        if st.form_submit_button(words.ANSWER, type="primary", key="answer"):
            if chosen is None:
                st.warning(words.NOT_CHOSEN)
            else:
                answered(told(question, chosen, is_general=is_general))


def draw_tables(refusal: PartnershipError, files: Sequence[Path], answered: Answered) -> None:
    """The question which table each of these files holds; `answered` gets what was said."""
    with st.form("tables"):
        st.subheader(words.TABLES_ASKED, anchor=False)
        said = f"{wording.sentence(refusal.message)}. {words.TABLES_HELP}"
        st.markdown(states.readable(said))
        options = ["", *words.HOLDS_TABLES]
        held = {
            dropped.spoken_name(file): st.selectbox(
                states.readable(words.HOLDS.format(file=file.name)),
                options,
                index=options.index(findings.proposed_table(file.name)),
                format_func=lambda table: words.HOLDS_TABLES.get(table, words.NOT_SAID),
                key=f"holds {file.name}",
            )
            for file in files
        }
        if st.form_submit_button(words.ANSWER, type="primary", key="answer tables"):
            answered(Answers(table={name: table for name, table in held.items() if table}))


def told(question: NeedsAnswer, choice: str, *, is_general: bool = False) -> Answers:
    """The answer to a question: for the file it was asked of, or for every file."""
    if question.question == "column":
        table, _, column = question.about.partition(".")
        return Answers(columns={(table, choice): column})
    about = ANY_FILE if is_general else question.about
    given: dict[str, Any] = {question.question: {about: choice}}
    return Answers(**given)


def taken_back(question: str, about: str) -> Answers:
    """What takes an earlier answer back: a blank one."""
    table, _, header = about.partition(".")
    if question == "column":
        return Answers(columns={(table, header): ""})
    given: dict[str, Any] = {question: {about: ""}}
    return Answers(**given)


@st.fragment
def draw_agencies(
    kind: str,
    sources: Mapping[str, str],
    known: Mapping[str, str | None],
    answered: Answered,
    button: str,
) -> None:
    """A tick per source and, where it is ticked, the agency it stands for.

    `sources` says of each how often it occurs; `known` holds what was answered before.
    """
    st.markdown(words.WHICH_ARE_AGENCIES)
    suggested = findings.suggested_names(list(sources), known)
    names = sorted({*suggested.values(), *sources, *(name for name in known.values() if name)})
    agencies: dict[str, str | None] = {}
    for source, rows in sources.items():
        tick, name = st.columns([3, 2], gap="medium", vertical_alignment="center")
        is_agency = tick.checkbox(
            states.readable(findings.source_with_rows(source, rows)),
            value=known.get(source) is not None,
            key=f"{kind} is agency {source}",
        )
        agencies[source] = None
        if is_agency:
            agencies[source] = name.selectbox(
                words.NAME_OF.format(source=source),
                names,
                index=names.index(suggested[source]),
                label_visibility="collapsed",
                key=f"{kind} agency of {source}",
            )
    is_any = any(agencies.values())
    is_none = not is_any and st.checkbox(
        words.NONE_IS_AN_AGENCY if len(sources) > 1 else words.IS_NO_AGENCY, key=f"{kind} none"
    )
    if st.button(button, type="primary", key=f"{kind} answer agencies"):
        if is_any or is_none:
            answered(Answers(agencies=agencies))
        else:
            st.warning(words.NO_TICK)
