"""The one agency that a screen is about."""

import streamlit as st

from partnership.labels import shell as words
from partnership.ui.screen import Screen

# The parameter of the address, and the key under which another screen may choose it beforehand.
PARTNER = "partner"


def pick_partner(screen: Screen) -> str | None:
    """The agency chosen on this screen, kept in the address; None where the figures hold none.

    Where the filters hold exactly one agency, it begins with that one.
    """
    names = screen.names.get("agency", {})
    if not names:
        return None
    filtered = screen.filters.agencies or ()
    if len(filtered) == 1 and PARTNER not in st.session_state:
        st.session_state[PARTNER] = filtered[0]
    chosen = screen.beside_filters.selectbox(
        words.PARTNER, list(names), format_func=names.__getitem__, key=PARTNER,
        bind="query-params", width=220, label_visibility="collapsed",
    )  # fmt: skip
    screen.say_choice(words.PARTNER, names[str(chosen)])
    screen.shown.about[words.PARTNER] = names[str(chosen)]
    return str(chosen)
