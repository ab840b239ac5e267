"""The person in front of the screen: which reader it is, the way in and the way out."""

import re
from typing import Any

import streamlit as st

from partnership.access import EXPIRED, NOT_SIGNED_IN, TurnedAway, confirmed_email
from partnership.errors import PartnershipError
from partnership.labels import shell as shell_words
from partnership.labels import signing_in as words
from partnership.readers import Reader
from partnership.ui import admission, frame, paper, quiet_log, states, view_as

# Where the provider tells no name and no confirmed address.
NAMED_BY = ("preferred_username", "email", "sub")
NAME_OF_A_PAGE = re.compile(r"^\w+://[^/]+/(?:.*/)?([a-z_]{2,60})$")


def reader_now() -> Reader:
    """The reader of this run. HR may look as an agency; an agency is always itself."""
    reader = signed_in()
    return view_as.chosen() if reader.is_hr else reader


def signed_in() -> Reader:
    """Who this is, whatever they look as; anyone else gets a page that says why not, and the run
    ends. It is asked of the signed cookie alone: of no address, no widget, no session state."""
    try:
        return admission.admit(_claims())
    except TurnedAway as turned:
        reason = turned.reason
    # Always a navigation, so that no screen can be reached beside it.
    st.navigation(_pages_of_the_way_in(reason), position="hidden").run()
    st.stop()


def is_visitor() -> bool:
    """Whether anybody at all may look, at the sample, and so nobody may change anything."""
    return admission.is_open_to_others()


def may_type(reader: Reader) -> bool:
    """Whether what is typed on the screens of this reader is kept: not by who only looks on."""
    return reader == signed_in() and not is_visitor()


def name() -> str:
    """How the signed-in person is called, never empty; empty where nobody signs in."""
    if not admission.is_sign_in_on():
        return ""
    claims = _claims()
    told = (confirmed_email(claims), *(claims.get(claim) for claim in NAMED_BY))
    return next((str(one) for one in (claims.get("name"), *told) if one), words.SOMEBODY)


def draw_way_out() -> None:
    """In the sidebar, who is signed in and the button that ends it, where people sign in."""
    if admission.is_sign_in_on() and not paper.is_paper():
        with st.sidebar:
            _draw_who()


def draw_refusal(error: PartnershipError) -> None:
    """Why there is no screen at all. What is wrong with builds and files is HR's to know."""
    if not admission.is_sign_in_on():
        states.show_error(error)
        return
    if signed_in().is_hr:
        states.show_error(error)
    else:
        reference = quiet_log.noted(error, "an agency's figures could not be opened")
        hint = f"{_ask()} {words.REFERENCE.format(reference=reference)}"
        st.info(hint, title=words.NOTHING_FOR_YOU)
    _draw_who()


def _ask() -> str:
    return words.ASK.format(contact=frame.plain(admission.contact()) or words.ASK_SOMEBODY)


def _pages_of_the_way_in(reason: str) -> list[st.Page]:
    """The one page, also under the name that was asked for: nobody learns which screens there
    are."""

    def draw() -> None:
        _draw_way_in(reason)

    asked = NAME_OF_A_PAGE.search((st.context.url or "").partition("?")[0])
    pages = [st.Page(draw, title=shell_words.APP, default=True, url_path="home")]
    if asked:
        pages.append(st.Page(draw, title=shell_words.APP, url_path=asked[1], visibility="hidden"))
    return pages


def _draw_way_in(reason: str) -> None:
    """A plain page that says nothing about what is behind it."""
    st.title(words.TITLES[reason], anchor=False)
    if hint := words.HINTS[reason].format(ask=_ask()):
        st.markdown(hint)
    if not admission.is_sign_in_on():
        return
    if reason in (NOT_SIGNED_IN, EXPIRED):
        label = words.SIGN_IN if reason == NOT_SIGNED_IN else words.SIGN_IN_AGAIN
        if st.button(label, key="sign in", type="primary", icon=":material/login:"):
            st.login()
    else:
        _draw_who()


def _draw_who() -> None:
    """The name, and the button that ends it."""
    claims = _claims()
    who = str(claims.get("email") or claims.get("name") or words.SOMEBODY)
    st.caption(words.SIGNED_IN_AS.format(who=frame.plain(who)))
    st.button(
        words.SIGN_OUT,
        key="sign out",
        type="tertiary",
        icon=":material/logout:",
        on_click=_sign_out,
    )


def _sign_out() -> None:
    admission.sign_out(_claims())
    st.logout()


def _claims() -> dict[str, Any]:
    return dict(st.user.to_dict())
