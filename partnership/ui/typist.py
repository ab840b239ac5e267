"""Who is typing: a name beside every record, that of who is signed in, else asked once a
session."""

import getpass

import streamlit as st

from partnership.labels import records as words
from partnership.ui import frame, signed_in

NAME = "your name"
HERE = (None, "127.0.0.1", "::1")


def ask_name(key: str = NAME) -> str:
    """The field with the name, remembered for the session; a second one of a screen has a key of
    its own and begins with what the first one holds. Who is signed in has a name already."""
    if known := signed_in.name():
        st.markdown(f":small[{words.BY} **{frame.plain(known)}**]", width="content")
        return known
    if key not in st.session_state:
        st.session_state[key] = st.session_state.get(NAME) or _name_on_this_computer()
    # Together, so that on a phone the word does not stand alone at the end of a line.
    with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
        st.markdown(f":small[{words.BY}]", width="content")
        typed = st.text_input(
            words.YOUR_NAME,
            key=key,
            persist_state="session",
            max_chars=80,
            placeholder=words.YOUR_NAME,
            icon=":material/person:",
            label_visibility="collapsed",
            help=words.YOUR_NAME_HELP,
            width=180,
        )
    return (typed or "").strip()


def typed_by() -> str:
    """The name given, without asking; what a browser sends as one is nothing to who is signed
    in."""
    return signed_in.name() or str(st.session_state.get(NAME) or "").strip()


def name_in_form(label: str, key: str) -> str:
    """The name as a field of a form with a label over it."""
    begins_with = typed_by() or _name_on_this_computer()
    is_known = bool(signed_in.name())
    given = st.text_input(label, begins_with, max_chars=80, key=key, disabled=is_known)
    return signed_in.name() or (given or "").strip()


def _name_on_this_computer() -> str:
    # On a server the account is the server's, not the reader's: there the field begins empty.
    if st.context.ip_address not in HERE:
        return ""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
