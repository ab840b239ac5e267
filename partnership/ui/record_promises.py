"""Promises that are still open: ticked as kept or as dropped, on which day."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from partnership.findings import records as findings
from partnership.labels import records as words
from partnership.ui import states, typed, typist
from partnership.ui.record_fields import Fields

TABLE = "commitments"
ASKED = "how a promise ended"
# How a promise ends: the column that holds the day, and the picture of its button.
ENDINGS = {"closed_on": ":material/check:", "dropped_on": ":material/block:"}
SHOWN_AT_ONCE = 6


def draw_open(fields: Fields) -> None:
    """The open promises of the figures that nobody has typed anything about since."""
    known = {entry.values["commitment_id"] for entry in typed.kept(fields.screen.source, TABLE)}
    rows = fields.screen.source.rows("open_commitments", folder="screens")
    still_open = rows[~rows["commitment_id"].isin(known)]
    if still_open.empty:
        return
    title = f"{words.OPEN_PROMISES} ({len(still_open)})"
    with st.expander(title, icon=":material/handshake:", expanded=len(still_open) <= SHOWN_AT_ONCE):
        st.caption(words.OPEN_PROMISES_NOTE)
        for row in still_open.to_dict("records"):
            values = {str(name): _text(value) for name, value in row.items()}
            bold, rest = findings.told(TABLE, values, fields.names)
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                said = f"**{states.readable(bold)}**  \n{states.readable(rest)}"
                st.markdown(said, width="stretch")
                offer_endings(fields, values, bold)


def has_ended(values: Mapping[str, str]) -> bool:
    """Whether a promise was kept, in time or late, or dropped."""
    return any(values.get(ending) for ending in ENDINGS)


def offer_endings(fields: Fields, values: Mapping[str, str], said: str) -> None:
    """Buttons that say that the promise was kept or dropped and, pressed, ask on which day."""
    key = values["commitment_id"]
    asked, ending = st.session_state.get(ASKED) or ("", "")
    if asked != key:
        for name, icon in ENDINGS.items():
            st.button(
                words.ENDINGS[name], key=f"{name} {key}", type="tertiary", icon=icon,
                on_click=_ask, args=(key, name),
            )  # fmt: skip
        return
    st.date_input(
        words.FIELDS[ending], value=fields.usual_day, format="YYYY-MM-DD", key=f"ended on {key}",
        width=150,
    )  # fmt: skip
    st.button(
        words.SAVE, key=f"keep {key}", type="primary", on_click=_keep,
        args=(fields, dict(values), ending, said),
    )  # fmt: skip
    st.button(words.CANCEL, key=f"not ended {key}", type="tertiary", on_click=_ask, args=("", ""))


def _ask(key: str, ending: str) -> None:
    st.session_state[ASKED] = (key, ending)


def _keep(fields: Fields, values: dict[str, str], ending: str, said: str) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    day = st.session_state[f"ended on {values['commitment_id']}"]
    values[ending] = day.isoformat() if isinstance(day, date) else ""
    problems = findings.missing(values, [ending]) or findings.wrong_order(values)
    if not problems and not typist.typed_by():
        problems = [findings.missing_one("by")]
    if problems:
        fields.draft.refused = problems[0]
        return
    if refusal := fields.keep({TABLE: [values]}, typist.typed_by()):
        fields.draft.refused = refusal.message
        return
    _ask("", "")
    fields.draft.said = words.ENDED_PROMISE[ending].format(what=said)


def _text(value: object) -> str:
    if isinstance(value, date | pd.Timestamp):
        return value.isoformat()[:10]
    return value if isinstance(value, str) else ""
