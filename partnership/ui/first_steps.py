"""The first start: who looks, asked in one line and never in the way, and three next steps."""

from collections.abc import Collection
from html import escape
from urllib.parse import urlencode

import streamlit as st

from partnership.labels import first_start as words
from partnership.ui import frame, paper

# As dark as the words around it, on a light ground and on a dark one.
PLAIN = "color: inherit; text-decoration: underline"
ROLE, HIDDEN = "role", "first steps are hidden"


def draw(screens: Collection[str]) -> None:
    """On the sample: the question, or what its answer leads to. On paper only what is shown."""
    if paper.is_paper():
        frame.banner()
    elif st.query_params.get(ROLE) in words.ROLES.values() or st.session_state.get(ROLE):
        _draw_steps(screens)
    else:
        st.html(_question(screens))


def _question(screens: Collection[str]) -> str:
    # Plain links: neither st.switch_page nor st.page_link can carry the answer along with what is
    # chosen already.
    links = [
        f'<a href="{escape(_address(role, screens))}" target="_self" style="{PLAIN}">'
        f"{escape(said)}</a>"
        for role, said in words.ROLES.items()
    ]
    return f"<p>{' · '.join([escape(words.QUESTION), *links])}</p>"


def _address(role: str, screens: Collection[str]) -> str:
    """The screen that this role opens, beside the one that is shown."""
    file = next((file for file in words.OPENS[role] if file in screens), "overview.py")
    page = "" if file == "overview.py" else file.removesuffix(".py")
    asked = st.query_params
    kept = [(key, value) for key in asked if key != ROLE for value in asked.get_all(key)]
    return f"./{page}?{urlencode([*kept, (ROLE, words.ROLES[role])])}"


def _draw_steps(screens: Collection[str]) -> None:
    if st.session_state.get(HIDDEN):
        frame.banner()
        with st.popover(words.FIRST_STEPS, type="tertiary"):
            _draw_links(_choose_role(), screens)
        return
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            frame.banner()
            role = _choose_role()
            st.space("stretch")
            st.button(words.HIDE, key="hide steps", type="tertiary", icon=":material/close:",
                      on_click=_hide)  # fmt: skip
        with st.container(horizontal=True):
            _draw_links(role, screens)


def _choose_role() -> str | None:
    # Without a default, because what is the default stays out of the address.
    chosen = st.segmented_control(words.ROLE, list(words.ROLES.values()), key=ROLE,
                                  bind="query-params", label_visibility="collapsed")  # fmt: skip
    return next((role for role, label in words.ROLES.items() if label == chosen), None)


def _draw_links(role: str | None, screens: Collection[str]) -> None:
    for number, (file, step) in enumerate(words.STEPS.get(role or "", {}).items(), start=1):
        if file in screens:
            st.page_link(file, label=f"{number}. {step}")


def _hide() -> None:
    st.session_state[HIDDEN] = True
