"""Removing a person, on the Data screen: who is meant, what will happen, and that it is meant."""

import streamlit as st

from partnership import entries, figures, removing, settings
from partnership.builds import Build
from partnership.errors import PartnershipError
from partnership.labels import removing as words
from partnership.removing import Person
from partnership.ui import paper, states
from partnership.ui.screen import Screen
from partnership.ui.typist import ask_name

DONE, ROUND, BY = "person removed", "removals so far", "your name, removing"


def draw_removal(screen: Screen) -> None:
    """The panel; not on paper."""
    if paper.is_paper():
        return
    screen.say(words.LEAD, title=words.TITLE)
    folder = entries.folder_of(settings.RECORDS, Build(settings.BUILDS / screen.source.build))
    if said := st.session_state.pop(DONE, ""):
        st.success(said, icon=":material/check:")
    number = st.session_state.setdefault(ROUND, 0)
    with st.container(border=True, gap="small"):
        text = st.text_input(
            words.SEARCH, key=f"remove search {number}", help=words.SEARCH_HINT, max_chars=200
        ).strip()
        if text:
            _draw_found(screen, text, removing.salt_of(folder), number)


def _draw_found(screen: Screen, text: str, salt: str, number: int) -> None:
    rows = screen.source.rows("person_search", folder="screens", text=text, salt=salt)
    found = {person.person_id: person for person in removing.persons_of(rows)}
    if not found:
        states.show_empty(words.SEARCH_HINT, words.NOBODY)
        return
    if len(found) == 20:
        st.caption(words.MANY)
    chosen = st.radio(
        words.PICK,
        list(found),
        format_func=lambda each: states.readable(in_words(found[each])),
        index=0 if len(found) == 1 else None,
        key=f"remove who {number} {text}",
    )
    if chosen:
        _draw_confirm(screen, found[chosen], salt, number)


def _draw_confirm(screen: Screen, person: Person, salt: str, number: int) -> None:
    contacts = ", ".join(person.contacts) or words.NO_CONTACTS
    st.markdown(
        words.WHAT_HAPPENS.format(
            name=states.readable(person.name), contacts=states.readable(contacts)
        )
    )
    if person.is_without_ids:
        st.caption(words.BY_KEY)
    reason = st.text_input(words.REASON, key=f"remove why {number}", max_chars=200)
    is_sure = st.checkbox(words.CONFIRM, key=f"remove sure {number} {person.person_id}")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        pressed = st.button(words.BUTTON, key="remove person", icon=":material/person_remove:")
        by = ask_name(BY)
    if pressed and not is_sure:
        states.show_problems(removing.NotRemoved.title, [words.FIRST_CONFIRM])
    elif pressed:
        _remove(screen, person, salt, by, reason)


def _remove(screen: Screen, person: Person, salt: str, by: str, reason: str) -> None:
    folder = entries.folder_of(settings.RECORDS, Build(settings.BUILDS / screen.source.build))
    try:
        rows = removing.remove(
            folder, person, salt=salt, by=by, reason=reason, on=screen.facts.as_of
        )
    except PartnershipError as error:
        states.show_error(error)
        return
    typed = {0: "", 1: words.TYPED_ONE}.get(rows, words.TYPED.format(rows=f"{rows} rows"))
    st.session_state[DONE] = words.DONE.format(name=states.readable(person.name), typed=typed)
    st.session_state[ROUND] += 1
    st.rerun()


def in_words(person: Person) -> str:
    """One line that tells people of one name apart."""
    days = words.NO_SUBMISSION
    if person.first_on and person.last_on:
        days = f"{figures.day(person.first_on)} – {figures.day(person.last_on)}"
    return words.PERSON.format(
        name=person.name,
        records=figures.counted(len(person.records), "record", "records"),
        submissions=figures.counted(person.submissions, "submission", "submissions"),
        days=days,
    )
