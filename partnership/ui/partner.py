"""The one partner that a screen is about: an agency, or in an agency's own figures a client."""

import streamlit as st

from partnership.labels import shell as words
from partnership.ui.screen import Screen

# The parameter of the address, and the key under which another screen may choose it beforehand.
PARTNER = "partner"
# The agency last chosen on any screen, where a screen for one agency begins.
LAST = "last partner"


def pick_partner(screen: Screen) -> str | None:
    """The partner chosen on this screen, kept in the address; None where the figures hold none.

    Where the filters hold exactly one, it begins with that one, else with the last one.
    """
    names, label = screen.partner_names, words.PARTNER[screen.partner_kind]
    if not names:
        return None
    if len(names) == 1:
        return next(iter(names))
    filters = screen.filters
    filtered = (filters.clients if screen.facts.is_agencys_own else filters.agencies) or ()
    begins_with = filtered[0] if len(filtered) == 1 else st.session_state.get(LAST)
    if begins_with in names and PARTNER not in st.session_state:
        st.session_state[PARTNER] = begins_with
    chosen = screen.beside_filters.selectbox(
        label, list(names), format_func=names.__getitem__, key=PARTNER,
        bind="query-params", width=220, label_visibility="collapsed",
    )  # fmt: skip
    st.session_state[LAST] = str(chosen)
    screen.say_choice(label, names[str(chosen)])
    screen.shown.about[label] = names[str(chosen)]
    return str(chosen)
