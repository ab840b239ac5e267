"""The quarterly review on screen: choose, check, read each slide, write, promise, download."""

import streamlit as st

from partnership import entries, wording
from partnership.canonical import canonical_tables
from partnership.errors import NoReview, PartnershipError
from partnership.findings import quarterly_review as findings
from partnership.labels import quarterly_review as words
from partnership.labels import review as review_words
from partnership.periods import Quarter, group_of, quarters_held
from partnership.review import composed, saved
from partnership.review.kept import is_open
from partnership.review.model import Edition, Review, Slide, Tone
from partnership.ui import (
    frame,
    paper,
    review_before,
    review_edit,
    review_files,
    review_preview,
    review_promises,
    states,
    typed,
    typist,
)
from partnership.ui.review_made import Chosen, Made, chosen, facts_for, made
from partnership.ui.screen import Screen

QUARTER, SLIDE, IN_APPENDIX = "quarter", "slide", "in the appendix"
PROMISES, DISPUTES = "commitments", "disputes"


def draw(screen: Screen, agency: str | None) -> None:
    """The review of one agency; without one, why there is none."""
    if agency is None:
        screen.say(words.NO_AGENCY)
        return
    try:
        choice = _choose(screen, agency)
    except NoReview as error:
        states.show_empty(error.next_step, f"{wording.sentence(error.message)}.")
        return
    found = made(choice)
    ticked = _ticked(choice)
    review = found.with_slides([*composed.KEYS, *ticked])
    slides, more = len(composed.KEYS), len(review.slides) - len(composed.KEYS)
    screen.finding(findings.finding(choice.agency, choice.quarter.label, slides, more))
    if paper.is_paper():
        _draw_all(review)
        return
    _draw_checks(screen, choice, found)
    with states.alone():
        review_files.draw(screen, choice, review)
    _draw_slides(screen, choice, found, review)
    with states.alone():
        review_promises.draw(screen, choice, found.kept)
    with states.alone():
        review_before.draw(choice)


def _choose(screen: Screen, agency: str) -> Chosen:
    """Quarter, edition and wording, beside the title and kept in the address. An agency has its
    own edition alone."""
    facts = facts_for(screen)
    if not facts.quarters:
        raise NoReview(review_words.NO_QUARTER, review_words.NO_QUARTER_HINT)
    quarters = {group_of(quarter): quarter for quarter in facts.quarters}
    named = screen.beside_filters.selectbox(
        words.QUARTER, list(quarters), format_func=lambda name: quarters[name].label, key=QUARTER,
        bind="query-params", width=170, label_visibility="collapsed",
    )  # fmt: skip
    quarter: Quarter = quarters[str(named)]
    screen.say_choice(words.QUARTER, quarter.label)
    is_hr = screen.source.reader.is_hr
    editions = {
        key: said.format(agency=facts.agencies[agency]) for key, said in words.EDITIONS.items()
    }
    asked = screen.switch("edition", editions, label=words.EDITION) if is_hr else "agency"
    edition: Edition = "hr" if asked == "hr" else "agency"
    tone: Tone = (
        "direct"
        if screen.switch("wording", words.TONES, label=words.TONE) == "direct"
        else "neutral"
    )
    return chosen(screen, facts, agency, quarter, edition, tone)


def _ticked(choice: Chosen) -> list[str]:
    """The slides of the appendix that go into the files, as ticked below the list now or once."""
    kept = saved.ticked(choice.shelf, *choice.about, usual=composed.USUAL_APPENDIX)
    return [
        key
        for key in composed.APPENDIX_KEYS
        if st.session_state.get(_tick_key(choice, key), key in kept)
    ]


def _tick_key(choice: Chosen, slide: str) -> str:
    return f"{IN_APPENDIX}: {choice.key}: {slide}"


def _keep_ticks(screen: Screen, choice: Chosen) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    if not screen.source.may_type:
        return
    try:
        by = typist.typed_by() or choice.edition
        saved.tick(choice.shelf, choice.about_text(), _ticked(choice), by=by)
    except PartnershipError as error:
        st.toast(error.message, icon=":material/error:")


def _draw_checks(screen: Screen, choice: Chosen, found: Made) -> None:
    stale = composed.warnings_of(found.plain, found.kept)
    slides = [slide for slide in found.review.slides if not slide.in_appendix]
    checks = findings.checks(
        choice.quarter.label,
        choice.facts.quarters[0].label,
        choice.facts.as_of,
        [slide.key for slide in slides if slide.is_short],
        len(slides),
        _not_counted(screen, choice),
        stale,
        begins=choice.facts.first_day,
        held=quarters_held(choice.quarter, choice.facts.first_day),
    )
    halves = st.columns(2, gap="small")
    for at, check in enumerate(checks):
        icon = ":material/check_circle:" if check.is_well else ":orange[:material/error:]"
        with halves[at % 2]:
            st.markdown(f"{icon} :small[{frame.plain(screen.in_plain(check.text))}.]")


def _not_counted(screen: Screen, choice: Chosen) -> int:
    """How much was typed about this agency after these figures that figures count."""
    tables = [name for name in entries.TABLES if name in canonical_tables()]
    try:
        found = [entry for table in tables for entry in typed.since(screen.source, table)]
    except PartnershipError:
        return 0
    # A review shows a new promise by itself, and a dispute: for want of them no figure is old.
    missing = (e.values for e in found if not _is_shown(e))
    about = (values.get("agency_id") or choice.agency_id for values in missing)
    return sum(agency == choice.agency_id for agency in about)


def _is_shown(entry: entries.Entry) -> bool:
    return entry.table == DISPUTES or (entry.table == PROMISES and is_open(entry.values))


def _draw_slides(screen: Screen, choice: Chosen, found: Made, review: Review) -> None:
    """The list beside the slide that is open; on a phone above it."""
    by_key = {slide.key: slide for slide in review.slides}
    places = st.columns([5, 19], gap="medium")
    with places[0]:
        key = _pick_slide(by_key)
        _tick_appendix(screen, choice, found)
    with places[1], st.container(border=True), states.alone():
        number = str(list(by_key).index(key) + 1)
        review_preview.draw(by_key[key], number)
    with places[1], states.alone():
        if screen.source.may_type:
            plain = {slide.key: slide for slide in found.plain.slides}
            review_edit.draw(choice, plain[key], found.kept)


def _pick_slide(by_key: dict[str, Slide]) -> str:
    if st.session_state.get(SLIDE) not in by_key:
        st.session_state.pop(SLIDE, None)
    numbers = {key: str(at) for at, key in enumerate(by_key, 1)}
    picked = st.radio(
        words.LIST, list(by_key),
        format_func=lambda key: words.NUMBERED.format(number=numbers[key], topic=by_key[key].topic),
        key=SLIDE, label_visibility="collapsed",
    )  # fmt: skip
    return str(picked)


def _tick_appendix(screen: Screen, choice: Chosen, found: Made) -> None:
    """What else goes into the files; kept for this review."""
    ticked = _ticked(choice)
    st.caption(words.APPENDIX, help=words.APPENDIX_NOTE)
    with st.container(gap=None):
        for slide in found.review.slides:
            if slide.in_appendix:
                key = _tick_key(choice, slide.key)
                st.session_state.setdefault(key, slide.key in ticked)
                st.checkbox(slide.topic, key=key, persist_state="session",
                            on_change=_keep_ticks, args=(screen, choice))  # fmt: skip


def _draw_all(review: Review) -> None:
    """Every slide one below the other, for paper."""
    for number, slide in enumerate(review.slides, 1):
        with states.alone():
            review_preview.draw(slide, str(number))
            st.divider()
