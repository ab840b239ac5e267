"""HR looks as an agency: the agency's own file in the place of HR's, not a filter on it."""

from collections.abc import Mapping

import streamlit as st

from partnership.labels import view_as as words
from partnership.readers import HR, Reader
from partnership.ui import frame, paper
from partnership.ui.source import current_source, has_file

# The parameter of the address, and the key of the choice.
AS = "as"
# What HR had narrowed and an agency can't: the agencies, and the one that a screen is about.
OF_HR = ("agency", "partner")


def chosen() -> Reader:
    """The agency that HR looks as; HR where none is chosen, or none of that name has a file."""
    asked = st.session_state.get(AS, st.query_params.get(AS, ""))
    agency = next((key for key, name in offered().items() if name == asked), None)
    return HR if agency is None else Reader(agency)


def offered() -> Mapping[str, str]:
    """The agencies that have a file of their own in these figures, id → name."""
    source = current_source(HR)
    if source.facts.is_agencys_own:
        return {}
    agencies = frame.offered_by(source).get("agency", {})
    return {key: name for key, name in agencies.items() if has_file(source.build, Reader(key))}


def draw_choice() -> None:
    """In the sidebar, for HR: which agency to look as."""
    if not (names := list(offered().values())):
        return
    with st.sidebar:
        st.selectbox(words.VIEW_AS, [words.HR, *names], key=AS, bind="query-params",
                     on_change=_leave_hrs_choices, help=words.HELP)  # fmt: skip


def draw_banner(reader: Reader) -> None:
    """That this is what an agency sees, and the way back; not on paper."""
    if reader.is_hr or paper.is_paper():
        return
    name = offered()[reader.agency_id or ""]
    with st.container(key="seen as", horizontal=True, vertical_alignment="center"):
        said = words.BANNER.format(agency=frame.plain(name))
        st.markdown(f":orange-background[:material/visibility: {said}]", width="content")
        st.button(words.BACK, key="see as hr", type="tertiary", icon=":material/undo:",
                  on_click=_look_as_hr)  # fmt: skip


def _look_as_hr() -> None:
    st.session_state[AS] = words.HR
    _leave_hrs_choices()


def _leave_hrs_choices() -> None:
    # They would come along in the address, and ask the agency's file for what it does not hold.
    for key in OF_HR:
        st.session_state.pop(key, None)
