"""The router: who is reading, which screens there are, the filters they all share."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from partnership.errors import PartnershipError
from partnership.labels import presenting
from partnership.labels import shell as words
from partnership.readers import HR
from partnership.ui import first_steps, frame, paper, source, states
from partnership.ui.opening import SHOWN, Shown


@dataclass(frozen=True)
class Entry:
    """A line of the menu; it is left out where none of the tables in `needs` was in the exports."""

    file: str
    title: str
    icon: str
    needs: tuple[str, ...] = ()
    section: str = words.APP
    is_for_agencys_own: bool = True

    @property
    def path(self) -> Path:
        """Its file, beside this one."""
        return Path(__file__).with_name(self.file)

    def page(self) -> st.Page:
        """As Streamlit's menu wants it."""
        is_home = self is MENU[0]
        return st.Page(
            self.path,
            title=self.title,
            icon=f":material/{self.icon}:",
            default=is_home,
        )


MORE, ALONG = words.MORE_SCREENS, words.TO_TAKE_ALONG
MENU = (
    Entry("overview.py", words.OVERVIEW, "monitoring"),
    Entry("my_partnership.py", words.MY_PARTNERSHIP, "diversity_3"),
    Entry("time_to_fill.py", words.TIME_TO_FILL, "timer"),
    Entry("meetings.py", words.MEETINGS, "groups", needs=("meetings",)),
    Entry("redundant_submissions.py", words.REDUNDANT_SUBMISSIONS, "content_copy"),
    Entry("offers.py", words.OFFERS, "handshake", needs=("offers",)),
    Entry("reply_times.py", words.REPLY_TIMES, "schedule"),
    Entry("both_sides.py", words.BOTH_SIDES, "balance", section=MORE),
    Entry("hires.py", words.HIRES, "badge", needs=("placements",), section=MORE),
    Entry(
        "what_works.py",
        words.WHAT_WORKS,
        "science",
        section=MORE,
        is_for_agencys_own=False,
    ),
    Entry(
        "who_is_who.py",
        words.WHO_IS_WHO,
        "person_search",
        section=MORE,
        is_for_agencys_own=False,
    ),
    Entry("likely_owner.py", words.LIKELY_OWNER, "gavel", section=MORE, is_for_agencys_own=False),
    Entry("records.py", words.RECORDS, "edit_note", section=MORE),
    Entry("kickoff_sheet.py", words.KICKOFF_SHEET, "rocket_launch", section=MORE),
    Entry("data.py", words.DATA, "database", section=MORE),
    Entry("definitions.py", words.DEFINITIONS, "menu_book", section=MORE),
    Entry("partnership_summary.py", words.PARTNERSHIP_SUMMARY, "description", section=ALONG),
    # In an agency's own files its slides would show one client the figures of the others.
    Entry("present.py", presenting.TITLE, "slideshow", section=ALONG, is_for_agencys_own=False),
)


def menu(opened: source.Source) -> list[Entry]:
    """The screens these figures can fill."""
    own, present = opened.facts.is_agencys_own, opened.present_tables
    return [
        entry
        for entry in MENU
        if present.issuperset(entry.needs)
        and entry.path.is_file()
        and (entry.is_for_agencys_own or not own)
    ]


def sections(listed: Sequence[Entry]) -> dict[str, list[st.Page]]:
    """The menu as Streamlit wants it: the pages under their headings."""
    under: dict[str, list[st.Page]] = {}
    for entry in listed:
        under.setdefault(entry.section, []).append(entry.page())
    return under


st.set_page_config(
    page_title=words.APP, page_icon=":material/handshake:", layout="wide", initial_sidebar_state=230
)
if paper.is_paper():
    paper.lay_out()
else:
    frame.make_readable()
try:
    opened = source.current_source(HR)
    entries = menu(opened)
    page = st.navigation(sections(entries))
    choice = frame.choose(opened)
except PartnershipError as error:
    refusal = error
    st.navigation([st.Page(lambda: states.show_error(refusal), title=words.APP)]).run()
    st.stop()

st.session_state[SHOWN] = Shown(opened, choice, frozenset(entry.file for entry in entries))
if opened.facts.is_sample:
    with st.container(key="first-steps"):
        first_steps.draw(frozenset(entry.file for entry in entries))
with states.alone():
    page.run()
