"""A slide's headline, comment and decisions, written by people and kept for this review."""

from datetime import date

import streamlit as st

from partnership import figures, wording
from partnership.errors import PartnershipError
from partnership.labels import quarterly_review as words
from partnership.review import saved, texts
from partnership.review.kept import Kept
from partnership.review.model import Slide
from partnership.review.slides import decisions
from partnership.ui import states, typist
from partnership.ui.review_made import Chosen

DECISIONS_SLIDE = "decisions"
SAID, REFUSED = "what came of writing", "why a text was not kept: "


def draw(choice: Chosen, slide: Slide, kept: Kept) -> None:
    """The fields, with what stands on the slide now; `slide` is the composed one."""
    for warning in texts.warnings(slide, kept):
        st.warning(states.readable(warning), icon=":material/update:")
    if said := st.session_state.pop(SAID, ""):
        st.success(said, icon=":material/check_circle:")
    panel = st.expander(
        words.EDIT, key=f"edit {slide.key}", on_change="rerun", icon=":material/edit:"
    )
    if not panel.open:
        return
    with panel:
        written = {part: _field(choice, slide, kept, part) for part in _parts(slide)}
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(words.SAVE, key=f"save {slide.key}", type="primary", icon=":material/save:",
                      on_click=_save, args=(choice, slide, kept, written))  # fmt: skip
            st.button(words.BACK, key=f"back {slide.key}", type="tertiary", icon=":material/undo:",
                      on_click=_take_back, args=(choice, slide, kept))  # fmt: skip
            typist.ask_name()


def _parts(slide: Slide) -> tuple[str, ...]:
    both = (texts.HEADLINE, texts.COMMENT)
    return (*both, texts.DECISIONS) if slide.key == DECISIONS_SLIDE else both


def _field(choice: Chosen, slide: Slide, kept: Kept, part: str) -> str:
    """One text as it stands, and who wrote it; gives the key under which its field is."""
    label = {
        texts.HEADLINE: (words.HEADLINE, words.HEADLINE_HELP),
        texts.COMMENT: (words.COMMENT, words.COMMENT_HELP),
        texts.DECISIONS: (words.DECISIONS, words.DECISIONS_HELP),
    }[part]
    own, now = kept.texts.get((slide.key, part)), standing(slide, kept, part)
    # Under a key of its own for every text that stands, so that the field begins with it.
    key = f"text {choice.key} {choice.tone} {slide.key} {part} {hash((now, own and own.at))}"
    st.text_area(label[0], now, key=key, help=label[1], height=98, max_chars=1500)
    if refused := st.session_state.get(f"{REFUSED}{key}"):
        st.error(states.readable(refused), icon=":material/error:")
    if own:
        day = figures.day(date.fromisoformat(own.at[:10]))
        st.caption(states.readable(words.EDITED.format(by=own.by, day=day)))
    return key


def standing(slide: Slide, kept: Kept, part: str) -> str:
    """What stands on the slide of this part now."""
    own = kept.texts.get((slide.key, part))
    if part == texts.DECISIONS:
        return own.text if own else decisions.as_text(slide.table) if slide.table else ""
    composed = slide.headline if part == texts.HEADLINE else ""
    return texts.shown(own, slide.headline).text if own else composed


def _save(choice: Chosen, slide: Slide, kept: Kept, fields: dict[str, str]) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    if not typist.typed_by():
        st.session_state[SAID] = ""
        st.toast(words.NO_NAME, icon=":material/error:")
        return
    said = {part: str(st.session_state.get(key) or "").strip() for part, key in fields.items()}
    refused = {part: _refusal(choice, part, text) for part, text in said.items()}
    for part, key in fields.items():
        st.session_state[f"{REFUSED}{key}"] = refused[part]
    st.session_state[SAID] = ""
    # All of the fields or none, so that no half of what was meant stands on the slide.
    if any(refused.values()):
        return
    try:
        for part, text in said.items():
            if text != standing(slide, kept, part).strip():
                _keep(choice, slide, part, "" if _is_composed(slide, part, text) else text)
    except PartnershipError as error:
        st.toast(error.message, icon=":material/error:")
        return
    st.session_state[SAID] = words.SAVED


def _refusal(choice: Chosen, part: str, text: str) -> str:
    """Why a text can't be kept, in words; empty where it can."""
    if part == texts.DECISIONS and decisions.too_many(text):
        return words.TOO_MANY
    try:
        saved.check_text(text, saved.others_of(choice.facts, choice.agency_id))
    except PartnershipError as error:
        return f"{wording.sentence(error.message)}. {error.next_step}"
    return ""


def _is_composed(slide: Slide, part: str, text: str) -> bool:
    return part == texts.HEADLINE and text == slide.headline


def _keep(choice: Chosen, slide: Slide, part: str, text: str) -> None:
    saved.write_text(
        choice.shelf,
        choice.about_text(slide=slide.key, part=part),
        text,
        against=slide.headline,
        by=typist.typed_by(),
        others=saved.others_of(choice.facts, choice.agency_id),
    )


def _take_back(choice: Chosen, slide: Slide, kept: Kept) -> None:
    if not typist.typed_by():
        st.toast(words.NO_NAME, icon=":material/error:")
        return
    try:
        for part in _parts(slide):
            if (slide.key, part) in kept.texts:
                _keep(choice, slide, part, "")
    except PartnershipError as error:
        st.toast(error.message, icon=":material/error:")
        return
    st.session_state[SAID] = words.TAKEN_BACK
