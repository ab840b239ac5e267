"""Judging pairs of records one by one: the next pair, the verdict, the last one taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from partnership.entries import Entry
from partnership.errors import PartnershipError
from partnership.filters import EVERYTHING
from partnership.findings import records as record_findings
from partnership.findings import who_is_who as findings
from partnership.labels import records as record_words
from partnership.labels import who_is_who as words
from partnership.ui import pair_view, paper, states, typed, typist
from partnership.ui.screen import Screen

TABLE = "verdicts"
# The pair that is judged again, and what came of the last verdict.
AGAIN, SAID, LAST = "pair judged again", "said of the last verdict", "the last verdict"

Row = Mapping[str, Any]
Key = tuple[str, str]


@dataclass(frozen=True)
class Judging:
    """The pairs of one screen, and what people said of them."""

    screen: Screen
    pairs: pd.DataFrame

    @cached_property
    def kept(self) -> Sequence[Entry]:
        """What was typed, the oldest first; read anew each time, others judge too."""
        return typed.kept(self.screen.source, TABLE)

    @cached_property
    def verdicts(self) -> findings.Verdicts:
        """The verdict on each pair."""
        return findings.verdicts_of(self.pairs, [entry.values for entry in self.kept])

    @property
    def new(self) -> frozenset[Key]:
        """The pairs whose verdict no figure counts yet."""
        since = typed.since(self.screen.source, TABLE)
        return frozenset(findings.key_of(entry.values) for entry in since)

    def typed_of(self, key: Key) -> Mapping[str, str] | None:
        """What was typed last of a pair."""
        found = [entry.values for entry in self.kept if findings.key_of(entry.values) == key]
        return found[-1] if found else None

    def offer_to_check(self) -> None:
        """The way to the automatic pairs, as long as nobody has judged enough of them for a
        figure; on paper there is none."""
        said = findings.how_to_measure(self.pairs, self.verdicts, self.new)
        if not said or paper.is_paper():
            return
        self.screen.say(said)
        with st.container(horizontal=True, gap="small"):
            for queue in words.TO_MEASURE:
                asked = findings.in_queue(self.pairs, queue)
                if len(findings.not_judged(asked, self.verdicts)):
                    st.button(
                        words.QUEUES[queue],
                        key=f"check {queue}",
                        icon=":material/fact_check:",
                        on_click=_show_queue,
                        args=(queue,),
                    )
            if self.new:
                self.screen.link("data.py", words.TO_UPDATE)

    def draw(self, queue: str) -> None:
        """The pair that is to be judged now, with the three buttons."""
        asked = findings.in_queue(self.pairs, queue)
        left = findings.not_judged(asked, self.verdicts)
        if paper.is_paper():
            table = findings.as_table(asked, self.verdicts)
            self.screen.table(words.PAIRS_TABLE, table, columns=words.PAIR_COLUMNS)
            return
        self._say()
        again = self._again()
        if again is None and asked.empty:
            states.show_empty(words.NOTHING_TO_JUDGE_HINT[queue], words.NOTHING_TO_JUDGE)
            return
        done = len(asked) - len(left)
        if len(asked):
            st.progress(
                done / len(asked), words.PROGRESS.format(done=done, all=len(asked)), width=420
            )
        if again is None and left.empty:
            st.success(words.ALL_DONE_HINT, title=words.ALL_DONE, icon=":material/check_circle:")
            self._undo()
            return
        self._draw_pair(again or dict(left.iloc[0]), is_again=again is not None)

    def submissions_of(self, row: Row) -> pd.DataFrame:
        """What was sent of the two records of a pair."""
        ids = {name: row[name] for name in ("candidate_id_a", "candidate_id_b")}
        return self.screen.cases("pair_submission", filters=EVERYTHING, **ids)

    def now(self, queue: str) -> Row | None:
        """The pair that is shown; None where all are judged."""
        left = findings.not_judged(findings.in_queue(self.pairs, queue), self.verdicts)
        return self._again() or (None if left.empty else dict(left.iloc[0]))

    # --- inside ---------------------------------------------------------------------------------

    def _again(self) -> Row | None:
        wanted = st.session_state.get(AGAIN)
        rows = self.pairs.to_dict("records")
        return next((row for row in rows if findings.key_of(row) == wanted), None)

    def _say(self) -> None:
        if said := st.session_state.pop(SAID, ""):
            st.toast(states.readable(said), icon=":material/check_circle:")

    def _draw_pair(self, row: Row, *, is_again: bool) -> None:
        with st.container(border=True, gap="small"):
            if is_again:
                self._say_before(row)
            pair_view.draw(row, self.submissions_of(row))
            refused = st.container()
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                pressed = _buttons()
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                why = st.text_input(
                    words.REASON,
                    key=f"why {findings.key_of(row)}",
                    placeholder=f"{words.REASON}: {words.REASON_HINT}",
                    max_chars=500,
                    label_visibility="collapsed",
                    width=300,
                )
                by = typist.ask_name()
                self._undo()
            if pressed:
                with refused:
                    self._save(row, pressed, (why or "").strip(), by)

    def _say_before(self, row: Row) -> None:
        before = self.verdicts.get(findings.key_of(row), {}).get("verdict", "")
        verdict = words.VERDICTS.get(before, "")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(words.JUDGING_AGAIN.format(verdict=verdict), width="content")
            st.button(
                words.TAKE_BACK,
                key="take back",
                type="tertiary",
                icon=":material/undo:",
                on_click=self._take_back,
                args=(findings.key_of(row),),
            )
            st.button(words.LEAVE, key="leave", type="tertiary", on_click=judge_again, args=(None,))

    def _save(self, row: Row, verdict: str, why: str, by: str) -> None:
        if not by:
            states.show_problems(record_words.NOT_SAVED, [record_findings.missing_one("by")])
            return
        one, other = findings.key_of(row)
        values = {
            "candidate_id_a": one,
            "candidate_id_b": other,
            "verdict": verdict,
            "judged_on": date.today().isoformat(),
            "judged_by": by,
            "reason": why,
        }
        try:
            typed.enter(self.screen.source, {TABLE: [values]}, by=by)
        except PartnershipError as error:
            states.show_error(error)
            return
        said = words.SAVED.format(verdict=words.VERDICTS[verdict], names=findings.names_of(row))
        before = self.typed_of((one, other))
        st.session_state.update({SAID: said, LAST: ((one, other), before), AGAIN: None})
        st.rerun()

    def _undo(self) -> None:
        last, before = st.session_state.get(LAST) or (None, None)
        if last and self.typed_of(last):
            st.button(
                words.UNDO,
                key="undo",
                type="tertiary",
                icon=":material/undo:",
                shortcut="u",
                on_click=self._take_back,
                args=(last, before),
            )

    def _take_back(self, key: Key, before: Mapping[str, str] | None = None) -> None:
        """Take the verdict on a pair away, or put the one before it in its place."""
        by, source = typist.typed_by(), self.screen.source
        if before:
            typed.enter(source, {TABLE: [before]}, by=by)
        else:
            for entry in [each for each in self.kept if findings.key_of(each.values) == key]:
                typed.remove(source, TABLE, entry.values, by=by)
        row = next((r for r in self.pairs.to_dict("records") if findings.key_of(r) == key), None)
        said = findings.undone(row, (before or {}).get("verdict")) if row else ""
        st.session_state.update({SAID: said, LAST: None, AGAIN: None})


def _show_queue(queue: str) -> None:
    st.session_state["queue"] = queue


def judge_again(key: Key | None) -> None:
    """Lay a pair on top, judged or not; None leaves it."""
    st.session_state[AGAIN] = key


def of_screen(screen: Screen) -> Judging:
    """The pairs there are, with their verdicts."""
    return Judging(screen, screen.cases("pair_to_judge", filters=EVERYTHING))


def _buttons() -> str:
    """Draw the three verdicts; gives the one that was pressed."""
    pressed = [
        verdict
        for verdict, label in words.VERDICTS.items()
        if st.button(
            label,
            key=f"verdict {verdict}",
            icon=f":material/{words.VERDICT_ICONS[verdict]}:",
            shortcut=words.SHORTCUTS[verdict],
        )
    ]
    return pressed[0] if pressed else ""
