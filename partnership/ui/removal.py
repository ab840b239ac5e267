"""Removing a person, on the Data screen: who is meant, what will happen, and that it is meant."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from partnership import entries, joining, persons, removing, settings
from partnership.builds import Build
from partnership.errors import PartnershipError
from partnership.labels import entries as entry_words
from partnership.labels import removing as words
from partnership.persons import Person
from partnership.removing import Mention
from partnership.ui import paper, states
from partnership.ui.screen import Screen
from partnership.ui.typist import ask_name

# As many as are found at most.
MOST = 20
DONE, ROUND, BY = "person removed", "removals so far", "your name, removing"


def draw_removal(screen: Screen) -> None:
    """The panel; not on paper."""
    if paper.is_paper():
        return
    screen.say(words.LEAD, title=words.TITLE)
    if said := st.session_state.pop(DONE, ""):
        st.success(said, icon=":material/check:")
    number = st.session_state.setdefault(ROUND, 0)
    with st.container(border=True, gap="small"):
        text = st.text_input(
            words.SEARCH, key=f"remove search {number}", help=words.SEARCH_HINT, max_chars=200
        ).strip()
        if text:
            _draw_found(screen, text, removing.salt_of(_folder(screen)), number)


def _draw_found(screen: Screen, text: str, salt: str, number: int) -> None:
    def find(asked: str) -> list[Person]:
        rows = screen.source.rows("person_search", folder="screens", text=asked, salt=salt)
        return persons.persons_of(rows)

    first = find(text)
    people = joining.by_newest_verdicts(first, _new_verdicts(screen), find)
    found = {person.person_id: person for person in people}
    if not found:
        states.show_empty(words.SEARCH_HINT, words.NOBODY)
        return
    if len(first) == MOST:
        st.caption(words.MANY)
    chosen = st.radio(
        words.PICK,
        list(found),
        format_func=lambda each: states.readable(persons.told(found[each])),
        captions=[states.readable(persons.told_apart(each)) for each in people],
        index=0 if len(found) == 1 else None,
        key=f"remove who {number} {text}",
    )
    if chosen:
        _draw_chosen(screen, found[chosen], salt, number)


def _draw_chosen(screen: Screen, person: Person, salt: str, number: int) -> None:
    if removing.is_noted(_folder(screen), person):
        st.info(words.NOTED.format(name=states.readable(person.name)), icon=":material/check:")
    elif person.is_parted:
        st.warning(words.PARTED, icon=":material/call_split:")
    else:
        _draw_confirm(screen, person, salt, number)


def _draw_confirm(screen: Screen, person: Person, salt: str, number: int) -> None:
    contacts = ", ".join(person.contacts) or words.NO_CONTACTS
    name = states.readable(person.name)
    st.markdown(words.WHAT_HAPPENS.format(name=name, contacts=states.readable(contacts)))
    if person.is_without_ids:
        st.caption(words.BY_KEY)
    if person.alike:
        alike = states.readable(", ".join(person.alike))
        st.warning(words.ALIKE.format(name=name, records=alike), icon=":material/group:")
    is_part_too = _asks_about_parts(screen, person, number)
    reason = st.text_input(words.REASON, key=f"remove why {number}", max_chars=200)
    is_sure = st.checkbox(words.CONFIRM, key=f"remove sure {number} {person.person_id}")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        pressed = st.button(words.BUTTON, key="remove person", icon=":material/person_remove:")
        by = ask_name(BY)
    if pressed and not is_sure:
        states.show_problems(removing.NotRemoved.title, [words.FIRST_CONFIRM])
    elif pressed:
        _remove(screen, person, salt=salt, by=by, reason=reason, parts_too=is_part_too)


def _asks_about_parts(screen: Screen, person: Person, number: int) -> bool:
    """Show the texts that hold a part of the name alone; gives whether it is to go from them."""
    found = removing.mentions(_folder(screen), person)
    if not found:
        return False
    more = len(found) - words.MOST_MENTIONS
    lines = [
        words.MENTION.format(where=_where(screen, each), text=states.readable(each.text))
        for each in found[: words.MOST_MENTIONS]
    ]
    lines += [words.MORE_MENTIONS.format(count=more)] if more > 0 else []
    st.markdown("\n".join([words.PART_ALONE, "", *lines]))
    return st.checkbox(words.PARTS_TOO, key=f"remove parts {number} {person.person_id}")


def _where(screen: Screen, mention: Mention) -> str:
    agency = screen.names.get("agency", {}).get(mention.agency_id, mention.agency_id)
    said = words.WHERE_REVIEW if mention.quarter else words.WHERE_AGENCY
    table = entry_words.TABLES.get(mention.table, mention.table)
    return states.readable(
        said.format(table=table, agency=agency, quarter=mention.quarter) if agency else table
    )


def _remove(screen: Screen, person: Person, **how: Any) -> None:
    folder = _folder(screen)
    try:
        rows = removing.remove(folder, person, on=date.today(), **how)
    except PartnershipError as error:
        states.show_error(error)
        return
    places = dict.fromkeys(_where(screen, each) for each in removing.mentions(folder, person))
    typed = {0: "", 1: words.TYPED_ONE}.get(rows, words.TYPED.format(rows=f"{rows} rows"))
    st.session_state[DONE] = words.DONE.format(
        name=states.readable(person.name),
        typed=typed,
        still=words.STILL_STANDS.format(places="; ".join(places)) if places else "",
    )
    st.session_state[ROUND] += 1
    st.rerun()


def _new_verdicts(screen: Screen) -> list[Mapping[str, str]]:
    return removing.new_verdicts(_folder(screen), _build(screen))


def _folder(screen: Screen) -> Path:
    return entries.folder_of(settings.RECORDS, _build(screen))


def _build(screen: Screen) -> Build:
    return Build(settings.BUILDS / screen.source.build)
