"""New promises, made in the review: kept among the promises, asked after in the next one."""

from collections.abc import Mapping
from datetime import date, timedelta

import streamlit as st

from partnership import figures
from partnership.errors import PartnershipError
from partnership.labels import quarterly_review as words
from partnership.labels import review as review_words
from partnership.review.kept import Kept, is_open
from partnership.ui import frame, states, typist
from partnership.ui.review_made import Chosen
from partnership.ui.screen import Screen

TABLE = "commitments"
SAID, SERIAL = "what came of promising", "promises added"


def draw(screen: Screen, choice: Chosen, kept: Kept) -> None:
    """Those entered after the figures, and the fields for another one."""
    latest = choice.facts.quarters[0]
    is_latest = choice.quarter == latest
    new = [entry for entry in kept.promises if is_open(entry)] if is_latest else []
    if not screen.source.may_type and not new:
        return
    st.subheader(words.PROMISES, anchor=False)
    if not is_latest:
        st.caption(words.IN_THE_LATEST.format(quarter=latest.label))
        return
    st.caption(words.PROMISES_NOTE)
    if said := st.session_state.pop(SAID, ""):
        st.success(said, icon=":material/check_circle:")
    for entry in new:
        _draw_one(screen, choice, entry)
    if screen.source.may_type:
        _draw_fields(screen, choice)


def _draw_one(screen: Screen, choice: Chosen, entry: Mapping[str, str]) -> None:
    said = words.PROMISED.format(
        who=_owners(choice)[entry["owner"]],
        what=entry["text"],
        day=figures.day(date.fromisoformat(entry["due_on"])),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"- {frame.plain(said)}", width="content")
        if screen.source.may_type:
            key = entry["commitment_id"]
            st.button(words.TAKE_BACK, key=f"take back {key}", type="tertiary",
                      on_click=_take_back, args=(choice, key))  # fmt: skip


def _draw_fields(screen: Screen, choice: Chosen) -> None:
    """Who, what and by when."""
    serial = st.session_state.get(SERIAL, 0)
    owners = _owners(choice)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        who = st.selectbox(words.WHO, list(owners), format_func=owners.__getitem__,
                           key=f"promise of {serial}", width=170)  # fmt: skip
        what = st.text_input(words.WHAT, key=f"promise {serial}", max_chars=200, width="stretch")
        due = st.date_input(
            words.BY_WHEN, _proposed(screen, choice), format="YYYY-MM-DD",
            key=f"promise by {serial}", width=150,
        )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        pressed = st.button(words.ADD, key="add promise", icon=":material/add:")
        by = typist.ask_name() if not _asks_name() else typist.typed_by()
    if pressed:
        _add(screen, choice, str(who), what or "", due if isinstance(due, date) else None, by)


def _asks_name() -> bool:
    """Whether the name is asked in the panel that edits a slide."""
    return any(str(key).startswith("edit ") and st.session_state[key] for key in st.session_state)


def _add(screen: Screen, choice: Chosen, who: str, what: str, due: date | None, by: str) -> None:
    problems = [said for is_missing, said in (
        (not what.strip(), words.NOTHING_SAID), (not by, words.NO_NAME)) if is_missing]  # fmt: skip
    if problems or due is None:
        st.error("\n".join(problems) or words.NOTHING_SAID)
        return
    made = _today(screen)
    if due <= made:
        st.error(words.PAST.format(day=figures.day(made)))
        return
    row = {
        "agency_id": choice.agency_id,
        "owner": who,
        "made_on": made.isoformat(),
        "due_on": due.isoformat(),
        "text": what.strip(),
    }
    try:
        choice.shelf.enter({TABLE: [row]}, by=by)
    except PartnershipError as error:
        states.show_error(error)
        return
    slide = review_words.SLIDES["next_quarter"]
    coming = choice.quarter.plus(1)
    outside = words.OUTSIDE.format(quarter=coming.label) * (not coming.start <= due < coming.end)
    st.session_state[SAID] = f"{words.ADDED.format(slide=slide)} {outside}"
    st.session_state[SERIAL] = st.session_state.get(SERIAL, 0) + 1
    st.rerun()


def _today(screen: Screen) -> date:
    """The day a promise is made; time stands still in the sample."""
    return screen.facts.as_of if screen.facts.is_sample else date.today()


def _proposed(screen: Screen, choice: Chosen) -> date:
    """The middle of the coming quarter's last month, or two weeks ahead where that has passed."""
    ahead = _today(screen) + timedelta(days=14)
    return max(choice.quarter.plus(1).end - timedelta(days=15), ahead)


def _take_back(choice: Chosen, key: str) -> None:
    by = typist.typed_by()
    if not by:
        st.toast(words.NO_NAME, icon=":material/error:")
        return
    try:
        choice.shelf.remove(TABLE, {"commitment_id": key}, by=by)
    except PartnershipError as error:
        st.toast(error.message, icon=":material/error:")


def _owners(choice: Chosen) -> dict[str, str]:
    return {key: said.format(agency=choice.agency) for key, said in words.OWNERS.items()}
