"""Presenting to an agency: the order of the screens, where one stands, and turning pages."""

import runpy
from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from partnership import choices
from partnership.labels import presenting as words
from partnership.readers import Reader
from partnership.ui import frame
from partnership.ui.opening import SHOWN, Shown
from partnership.ui.partner import LAST
from partnership.ui.slides import Deck
from partnership.ui.source import OneAgency, Source, current_source, has_file

ORDER = (
    "my_partnership.py",
    "time_to_fill.py",
    "meetings.py",
    "redundant_submissions.py",
    "offers.py",
    "reply_times.py",
    "hires.py",
    "both_sides.py",
)
# Parameters of the address: the agency's name, and the slide as "meetings.2".
WITH, SLIDE = "with", "slide"
# How many slides a screen had when it was last drawn: where "back" enters it.
COUNTS = "slides of each screen for"
Place = tuple[str, int]
Counts = Mapping[str, int]
STYLE = Path(__file__).with_name("slides.css")


def choose_agency() -> None:
    """What one sets before the audience looks."""
    shown: Shown = st.session_state[SHOWN]
    names = frame.offered_by(shown.source).get("agency", {})
    if not names:
        st.info(words.NO_AGENCY)
        return
    st.markdown(words.INTRO)
    last = str(st.session_state.get(LAST))
    begins_with = list(names).index(last) if last in names else 0
    whom = st.selectbox(words.WHOM, list(names.values()), begins_with, key="whom", width=320)
    st.button(words.START, icon=":material/slideshow:",
              on_click=_start, args=(whom,))  # fmt: skip


def draw_slide(pages: Path) -> bool:
    """Draw the slide that the address asks for; False where it names no agency of these figures."""
    shown: Shown = st.session_state[SHOWN]
    if not shown.source.reader.is_hr:
        return False
    names = frame.offered_by(shown.source).get("agency", {})
    name = st.query_params.get(WITH, "")
    agency_id = next((key for key, value in names.items() if value == name), None)
    if agency_id is None:
        return False
    st.session_state[LAST] = agency_id
    st.html(STYLE)
    files = [file for file in ORDER if file in shown.screens]
    screen, number = _place(files)
    deck = Deck(agency_id, number)
    choice = choices.of_one(shown.choice, "agency", agency_id, name)
    st.session_state[SHOWN] = Shown(_source_of(shown, agency_id), choice, frozenset(), deck)
    try:
        runpy.run_path(str(pages / screen))
    finally:
        counts = st.session_state.setdefault(f"{COUNTS} {name}", {})
        counts[screen] = deck.count
        _draw_bar(name, files, (screen, number), counts)
    if number > deck.count:
        _show((screen, deck.count))
        st.rerun()
    return True


def _source_of(shown: Shown, agency_id: str) -> Source:
    """The agency's own file; in figures of before there were such files, its part of HR's."""
    own, source = Reader(agency_id), shown.source
    if has_file(source.build, own):
        return current_source(own, may_type=False)
    return OneAgency(source.build, source.file, source.reader, agency_id)


def _place(files: Sequence[str]) -> Place:
    stem, _, number = st.query_params.get(SLIDE, "").partition(".")
    screen = next((file for file in files if Path(file).stem == stem), files[0])
    return screen, int(number) if number.isdecimal() and int(number) else 1


def _draw_bar(name: str, files: Sequence[str], place: Place, counts: Counts) -> None:
    screen, number = place
    with st.bottom, st.container(key="turning", horizontal=True, vertical_alignment="center"):
        st.page_link(files[0], label=words.LEAVE, icon=":material/close:")
        st.space("stretch")
        st.markdown(words.PLACE.format(number=number, count=counts[screen]), width="content")
        for label, icon, key, by in (
            (words.BACK, "arrow_back", "Left", -1),
            (words.NEXT, "arrow_forward", "Right", +1),
        ):
            st.button(
                label,
                icon=f":material/{icon}:",
                shortcut=key,
                disabled=_beside(files, place, counts, by) is None,
                on_click=_turn,
                args=(name, files, by),
            )


def _beside(files: Sequence[str], place: Place, counts: Counts, by: int) -> Place | None:
    """The slide before or after this one; None at the ends, and from a screen not drawn yet."""
    screen, number = place
    if screen in counts and 1 <= number + by <= counts[screen]:
        return screen, number + by
    at = files.index(screen) + by
    if screen not in counts or not 0 <= at < len(files):
        return None
    return files[at], 1 if by > 0 else counts.get(files[at], 1)


def _start(name: str) -> None:
    st.query_params[WITH] = name


def _turn(name: str, files: Sequence[str], by: int) -> None:
    # From where the address stands now, so that a key pressed twice at once skips nothing.
    beside = _beside(files, _place(files), st.session_state.get(f"{COUNTS} {name}", {}), by)
    if beside:
        _show(beside)


def _show(place: Place) -> None:
    screen, number = place
    st.query_params[SLIDE] = f"{Path(screen).stem}.{number}"
