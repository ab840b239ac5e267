"""The fields of a kickoff sheet, each beginning with what the sheet holds; typed ones are kept
through errors and on the way to another screen and back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from partnership.findings.kickoff_sheet import Sheet
from partnership.labels import kickoff_sheet as words

# What one page holds.
LONGEST_TEXT = 500
KEPT: dict[str, Any] = {"persist_state": "session"}


@dataclass(frozen=True)
class KickoffForm:
    """The sheet that is being filled in; `serial` begins the fields anew. An agency sees what was
    agreed, HR types it: `is_agencys` keeps it as it is."""

    sheet: Sheet
    usual_day: date
    serial: int = 0
    is_agencys: bool = False

    def draw(self) -> Sheet:
        """Every field, in the order of the page; gives the sheet as it is now."""
        left, right = st.columns(2, gap="medium")
        with left:
            st.subheader(words.WHAT_WE_NEED, anchor=False)
            terms = self._search_terms()
        with right:
            st.subheader(words.HOW_WE_WORK, anchor=False)
            terms |= self._reply_terms()
            st.markdown(f"**{words.WHO_DOES_WHAT}**")
            roles = self._roles()
        left, right = st.columns(2, gap="medium")
        with left:
            st.subheader(words.THE_MEETING, anchor=False)
            held_on, status = self._meeting()
            attendees = self._attendees()
        with right:
            st.subheader(words.WHAT_WE_AIM_FOR, anchor=False)
            st.caption(words.AIM_NOTE_OF_AGENCY if self.is_agencys else words.AIM_NOTE)
            targets = self._targets()
        return Sheet(
            self.sheet.agency_id, self.sheet.search_id, self.sheet.meeting_id,
            held_on, status, terms, attendees, roles, targets,
        )  # fmt: skip

    def _search_terms(self) -> dict[str, str]:
        must_haves = self._long_text("must_haves")
        low, high, currency = st.columns([2, 2, 1.4])
        with low:
            pay_from = self._number("pay_from", step=1000)
        with high:
            pay_to = self._number("pay_to", step=1000)
        with currency:
            money = st.text_input(
                words.FIELDS["currency"], value=self.sheet.terms.get("currency", ""), max_chars=3,
                placeholder=words.HINTS["currency"], key=self.key("currency"), **KEPT,
            )  # fmt: skip
        by = self._day("target_fill_on", self.sheet.terms.get("target_fill_on", ""))
        facts = self._long_text("market_facts")
        return {
            "must_haves": must_haves, "pay_from": pay_from, "pay_to": pay_to,
            "currency": (money or "").strip().upper(), "target_fill_on": by, "market_facts": facts,
        }  # fmt: skip

    def _reply_terms(self) -> dict[str, str]:
        names = ("hr_reply_days", "agency_reply_days", "meeting_interval_days")
        found = {}
        for name, column in zip(names, st.columns(3, vertical_alignment="bottom"), strict=True):
            with column:
                found[name] = self._number(name, step=1)
        return found

    def _roles(self) -> dict[str, str]:
        options = ["", *words.OWNERS]
        found = {}
        for number, (task, label) in enumerate(words.TASKS.items()):
            if number % 2 == 0:
                pair = st.columns(2)
            with pair[number % 2]:
                found[task] = st.selectbox(
                    label, options, index=options.index(self.sheet.roles.get(task, "")),
                    format_func=lambda owner: words.OWNERS.get(owner, words.NOBODY_YET),
                    key=self.key(task), disabled=self.is_agencys, **KEPT,
                )  # fmt: skip
        return {task: owner for task, owner in found.items() if owner}

    def _meeting(self) -> tuple[str, str]:
        left, right = st.columns(2, vertical_alignment="bottom")
        with left:
            held_on = self._day("held_on", self.sheet.held_on or self.usual_day.isoformat())
        with right:
            status = st.segmented_control(
                words.STATUS, list(words.STATUSES), format_func=words.STATUSES.__getitem__,
                default=self.sheet.status if self.sheet.status in words.STATUSES else words.HELD,
                required=True, key=self.key("status"), **KEPT,
            )  # fmt: skip
        return held_on, str(status)

    def _attendees(self) -> dict[str, str]:
        with st.container(gap="xxsmall"):
            st.markdown(f":small[{words.WHO_WAS_THERE}]")
            with st.container(horizontal=True, gap="medium"):
                ticked = [
                    party
                    for party, label in words.PARTIES.items()
                    if st.checkbox(
                        label, value=party in self.sheet.attendees,
                        key=self.key(f"was there {party}"), **KEPT,
                    )
                ]  # fmt: skip
        with st.expander(words.EMAILS, expanded=any(self.sheet.attendees.values())):
            st.caption(words.EMAILS_NOTE)
            emails = {
                party: st.text_input(
                    label, value=self.sheet.attendees.get(party, ""), max_chars=200,
                    key=self.key(f"email {party}"), **KEPT,
                )
                for party, label in words.PARTIES.items()
            }  # fmt: skip
        return {party: (emails[party] or "").strip() for party in ticked}

    def _targets(self) -> dict[str, tuple[str, str]]:
        found = {}
        for metric, measure in words.MEASURES.items():
            floor, target = self.sheet.targets.get(metric, ("", ""))
            left, right = st.columns(2)
            with left:
                low = self._percent(metric, words.FLOOR.format(measure=measure), floor)
            with right:
                high = self._percent(
                    f"{metric} target", words.TARGET.format(measure=measure), target
                )
            if low or high:
                found[metric] = (low, high)
        return found

    def _long_text(self, name: str) -> str:
        typed = st.text_area(
            words.FIELDS[name], value=self.sheet.terms.get(name, ""), height=110,
            max_chars=LONGEST_TEXT, placeholder=words.HINTS[name], key=self.key(name), **KEPT,
        )  # fmt: skip
        return (typed or "").strip()

    def _number(self, name: str, *, step: int) -> str:
        before = self.sheet.terms.get(name, "")
        typed = st.number_input(
            words.FIELDS[name], min_value=0, value=int(float(before)) if before else None,
            step=step, key=self.key(name), **KEPT,
        )  # fmt: skip
        return "" if typed is None else str(int(typed))

    def _percent(self, name: str, label: str, before: str) -> str:
        typed = st.number_input(
            label, min_value=0.0, max_value=100.0, value=100 * float(before) if before else None,
            step=5.0, format="%g", key=self.key(name), disabled=self.is_agencys, **KEPT,
        )  # fmt: skip
        return "" if typed is None else f"{typed / 100:.4g}"

    def _day(self, name: str, before: str) -> str:
        chosen = st.date_input(
            words.FIELDS[name], value=date.fromisoformat(before) if before else None,
            format="YYYY-MM-DD", key=self.key(name), **KEPT,
        )  # fmt: skip
        return chosen.isoformat() if isinstance(chosen, date) else ""

    def key(self, name: str) -> str:
        """The name of a field: another sheet has fields of its own."""
        return f"kickoff {self.sheet.agency_id} {self.sheet.search_id} {self.serial} {name}"
