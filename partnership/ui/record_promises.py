"""Promises that are still open: ticked as kept, on which day."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from partnership.findings import records as findings
from partnership.labels import records as words
from partnership.ui import states, typed, typist
from partnership.ui.record_fields import Fields

TABLE = "commitments"
ASKED = "promise kept"
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
                offer_kept(fields, values, bold)


def offer_kept(fields: Fields, values: Mapping[str, str], said: str) -> None:
    """A button that says that the promise was kept and, pressed, asks on which day."""
    key = values["commitment_id"]
    if st.session_state.get(ASKED) != key:
        st.button(
            words.IS_KEPT, key=f"kept {key}", type="tertiary", icon=":material/check:",
            on_click=_ask, args=(key,),
        )  # fmt: skip
        return
    day = fields.usual_day
    st.date_input(
        words.FIELDS["closed_on"], value=day, format="YYYY-MM-DD", key=f"kept on {key}", width=150
    )
    st.button(
        words.SAVE, key=f"keep {key}", type="primary", on_click=_keep,
        args=(fields, dict(values), said),
    )  # fmt: skip
    st.button(words.CANCEL, key=f"not kept {key}", type="tertiary", on_click=_ask, args=("",))


def _ask(key: str) -> None:
    st.session_state[ASKED] = key


def _keep(fields: Fields, values: dict[str, str], said: str) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    day = st.session_state[f"kept on {values['commitment_id']}"]
    values["closed_on"] = day.isoformat() if isinstance(day, date) else ""
    problems = findings.missing(values, ["closed_on"]) or findings.wrong_order(values)
    if not problems and not typist.typed_by():
        problems = [findings.missing_one("by")]
    if problems:
        fields.draft.refused = problems[0]
        return
    if refusal := fields.keep({TABLE: [values]}, typist.typed_by()):
        fields.draft.refused = refusal.message
        return
    _ask("")
    fields.draft.said = words.KEPT_PROMISE.format(what=said)


def _text(value: object) -> str:
    if isinstance(value, date | pd.Timestamp):
        return value.isoformat()[:10]
    return value if isinstance(value, str) else ""
