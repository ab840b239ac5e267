"""The files of a review: made at a click, with what is being done, then downloaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from partnership.errors import PartnershipError
from partnership.labels import quarterly_review as words
from partnership.review import names, saved, write
from partnership.review.cases import Cases, cases_of
from partnership.review.model import Review
from partnership.ui import states, typist
from partnership.ui.review_made import Chosen
from partnership.ui.screen import Screen

FILES = "files of the review"


@dataclass(frozen=True)
class Files:
    """What was made, of which review exactly."""

    of: str
    stem: str
    contents: Mapping[str, bytes]


def draw(screen: Screen, choice: Chosen, review: Review) -> None:
    """The button that makes them, and one to download each."""
    known = sha256(repr(review).encode()).hexdigest()
    made: Files | None = st.session_state.get(FILES)
    is_current = made is not None and made.of == known
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        pressed = st.button(
            words.MAKE, key="make the deck", icon=":material/co_present:",
            type="secondary" if is_current else "primary",
        )  # fmt: skip
        place = st.container(horizontal=True, gap="small")
    if pressed:
        made = _make(choice, review, known)
        is_current = made is not None
    if made is not None and is_current:
        with place:
            _offer(screen, choice, review, made)
        st.caption(words.FILES_NOTE)
    elif made is not None and made.stem.startswith(_stem(choice).rsplit("_", 1)[0]):
        st.caption(words.CHANGED)


def _make(choice: Chosen, review: Review, known: str) -> Files | None:
    """All three files, saying which one is being made."""
    said = words.MAKING.format(agency=choice.agency, quarter=choice.quarter.label)
    with st.status(states.readable(said)) as status:
        try:
            contents = {ending: _content(choice, review, ending) for ending in words.FORMATS}
        except PartnershipError as error:
            status.update(state="error")
            states.show_error(error)
            return None
        status.update(label=words.MADE, state="complete")
    made = Files(known, _stem(choice), contents)
    st.session_state[FILES] = made
    return made


def _content(choice: Chosen, review: Review, ending: str) -> bytes:
    st.write(words.MAKING_EACH[ending])
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"review.{ending}"
        write(review, file, cases=_cases(choice) if ending == "xlsx" else None)
        return file.read_bytes()


def _cases(choice: Chosen) -> Cases:
    kept = saved.kept_for(
        choice.shelf, choice.facts, choice.agency_id, choice.quarter, choice.edition
    )
    return cases_of(choice.build, choice.agency_id, choice.quarter, kept)


def _offer(screen: Screen, choice: Chosen, review: Review, made: Files) -> None:
    for ending, (label, mime) in words.FORMATS.items():
        st.download_button(
            label, made.contents[ending], file_name=f"{made.stem}.{ending}", mime=mime,
            key=f"download {ending}", icon=":material/download:",
            on_click=_handed_out, args=(screen, choice, review, ending),
        )  # fmt: skip


def _handed_out(screen: Screen, choice: Chosen, review: Review, ending: str) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    if not screen.source.may_type:
        return
    try:
        saved.save(choice.shelf, review, ending, by=typist.typed_by() or choice.edition)
    except PartnershipError as error:
        st.toast(error.message, icon=":material/error:")


def _stem(choice: Chosen) -> str:
    return names.stem(choice.agency, choice.quarter, choice.edition, choice.facts.build)
