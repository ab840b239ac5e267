"""The router: who is reading, which screens there are, the filters they all share."""

import runpy
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from partnership.errors import PartnershipError
from partnership.labels import presenting
from partnership.labels import shell as words
from partnership.readers import EVERY_READER, HR_ALONE
from partnership.ui import first_steps, frame, paper, signed_in, source, states, view_as
from partnership.ui.opening import SHOWN, Shown


@dataclass(frozen=True)
class Entry:
    """A line of the menu, for the readers it names; it is left out where none of the tables in
    `needs` was in the exports."""

    file: str
    title: str
    icon: str
    needs: tuple[str, ...] = ()
    section: str = words.APP
    is_for_agencys_own: bool = True
    readers: Collection[str] = HR_ALONE
    # Not where anybody can look at the sample: there nobody changes anything.
    is_for_visitors: bool = True
    # Whether the shared filters count on it.
    is_filtered: bool = True

    @property
    def path(self) -> Path:
        """Its file, beside this one."""
        return Path(__file__).with_name(self.file)

    def page(self, *, is_home: bool) -> st.Page:
        """As Streamlit's menu wants it."""
        icon = f":material/{self.icon}:"
        return st.Page(self.path, title=self.title, icon=icon, default=is_home,
                       url_path=HOME if is_home else None)  # fmt: skip

    def by_name(self) -> st.Page:
        """The home under its own name as well: a link of a reader whose home is another one."""
        return st.Page(lambda: runpy.run_path(str(self.path)), title=self.title,
                       url_path=self.path.stem, visibility="hidden")  # fmt: skip


MORE, ALONG = words.MORE_SCREENS, words.TO_TAKE_ALONG
# The name of whichever screen is a reader's home; it stands in no address.
HOME = "home"
# A screen that names no readers is HR's alone.
MENU = (
    Entry("overview.py", words.OVERVIEW, "monitoring"),
    Entry("my_partnership.py", words.MY_PARTNERSHIP, "diversity_3", readers=EVERY_READER),
    Entry("time_to_fill.py", words.TIME_TO_FILL, "timer", readers=EVERY_READER),
    Entry("meetings.py", words.MEETINGS, "groups", needs=("meetings",), readers=EVERY_READER),
    Entry(
        "redundant_submissions.py",
        words.REDUNDANT_SUBMISSIONS,
        "content_copy",
        readers=EVERY_READER,
    ),
    Entry("offers.py", words.OFFERS, "handshake", needs=("offers",), readers=EVERY_READER),
    Entry("reply_times.py", words.REPLY_TIMES, "schedule", readers=EVERY_READER),
    # A review is the company's and one agency's; an agency's own files have clients instead.
    Entry(
        "quarterly_review.py",
        words.QUARTERLY_REVIEW,
        "co_present",
        is_for_agencys_own=False,
        readers=EVERY_READER,
        is_filtered=False,
    ),
    Entry("both_sides.py", words.BOTH_SIDES, "balance", section=MORE, readers=EVERY_READER),
    Entry(
        "hires.py", words.HIRES, "badge", needs=("placements",), section=MORE, readers=EVERY_READER
    ),
    Entry(
        "what_works.py",
        words.WHAT_WORKS,
        "science",
        section=MORE,
        is_for_agencys_own=False,
        is_filtered=False,
    ),
    Entry(
        "who_is_who.py",
        words.WHO_IS_WHO,
        "person_search",
        section=MORE,
        is_for_agencys_own=False,
        is_for_visitors=False,
        is_filtered=False,
    ),
    # Who owns a candidate can't be shown without telling who else sent them.
    Entry(
        "likely_owner.py",
        words.LIKELY_OWNER,
        "gavel",
        section=MORE,
        is_for_agencys_own=False,
    ),
    Entry(
        "records.py",
        words.RECORDS,
        "edit_note",
        section=MORE,
        readers=EVERY_READER,
        is_for_visitors=False,
        is_filtered=False,
    ),
    Entry(
        "kickoff_sheet.py",
        words.KICKOFF_SHEET,
        "rocket_launch",
        section=MORE,
        readers=EVERY_READER,
        is_for_visitors=False,
        is_filtered=False,
    ),
    Entry(
        "data.py", words.DATA, "database", section=MORE, is_for_visitors=False, is_filtered=False
    ),
    Entry(
        "definitions.py",
        words.DEFINITIONS,
        "menu_book",
        section=MORE,
        readers=EVERY_READER,
        is_filtered=False,
    ),
    Entry(
        "partnership_summary.py",
        words.PARTNERSHIP_SUMMARY,
        "description",
        section=ALONG,
        readers=EVERY_READER,
    ),
    # In an agency's own files its slides would show one client the figures of the others.
    Entry(
        "present.py",
        presenting.TITLE,
        "slideshow",
        section=ALONG,
        is_for_agencys_own=False,
    ),
)


def menu(opened: source.Source) -> list[Entry]:
    """The screens that are this reader's and that these figures can fill; the first is its home."""
    own, present = opened.facts.is_agencys_own, opened.present_tables
    return [
        entry
        for entry in MENU
        if opened.reader.kind in entry.readers
        and present.issuperset(entry.needs)
        and entry.path.is_file()
        and (entry.is_for_agencys_own or not own)
        and (entry.is_for_visitors or not signed_in.is_visitor())
    ]


def sections(listed: Sequence[Entry]) -> dict[str, list[st.Page]]:
    """The menu as Streamlit wants it: the pages under their headings."""
    under: dict[str, list[st.Page]] = {}
    for number, entry in enumerate(listed):
        under.setdefault(entry.section, []).append(entry.page(is_home=not number))
    under[listed[0].section].append(listed[0].by_name())
    return under


st.set_page_config(
    page_title=words.APP, page_icon=frame.ICON, layout="wide", initial_sidebar_state=230
)
if paper.is_paper():
    paper.lay_out()
else:
    frame.make_readable()
try:
    reader, own_self = signed_in.reader_now(), signed_in.signed_in()
    opened = source.current_source(reader, may_type=signed_in.may_type(reader))
    entries = menu(opened)
    page = st.navigation(sections(entries))
    here = [entry for entry in entries if entry.title == page.title]
    choice = frame.choose(opened, do_count=all(entry.is_filtered for entry in here))
    if own_self.is_hr:
        view_as.draw_choice()
    signed_in.draw_way_out()
except PartnershipError as error:
    refusal = error
    st.navigation([st.Page(lambda: signed_in.draw_refusal(refusal), title=words.APP)]).run()
    st.stop()

st.session_state[SHOWN] = Shown(opened, choice, frozenset(entry.file for entry in entries))
if own_self.is_hr:
    view_as.draw_banner(reader)
if opened.facts.is_sample and reader.is_hr:
    with st.container(key="first-steps"):
        first_steps.draw(frozenset(entry.file for entry in entries))
with states.alone():
    page.run()
