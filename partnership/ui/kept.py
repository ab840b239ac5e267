"""What is kept: the files that the next update is made from, and the figures made before."""

from datetime import datetime
from functools import partial

import streamlit as st

from partnership import builds, downloads, dropped, figures, quarantine, settings
from partnership.builds import Build
from partnership.errors import PartnershipError
from partnership.findings import data as findings
from partnership.labels import data as words
from partnership.ui import states, updating


def draw_files(shown: str) -> None:
    """Which files the next update is made from, and whether the figures shown are."""
    build, kept = Build(settings.BUILDS / shown), dropped.accepted(settings.EXPORTS)
    if not is_made_from_kept_files(build) and not build.manifest["is_synthetic"]:
        st.info(states.readable(findings.made_from_others(build.manifest["exports"], kept)))
    if not kept:
        return
    taken_out = ""
    with st.expander(words.KEPT_FILES.format(count=len(kept)), icon=":material/folder:"):
        for file in kept:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(states.readable(findings.kept_file(file)), width="stretch")
                if st.button(words.TAKE_OUT, key=f"take out {file.name}"):
                    taken_out = file.name
    if taken_out:
        updating.update(without=taken_out)


def count() -> int:
    """How many versions of the figures are kept."""
    return len(builds.all_builds(settings.BUILDS))


def draw_earlier(shown: str) -> None:
    """The builds that are kept, and a button that shows one of them again."""
    for build in builds.all_builds(settings.BUILDS):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_version(build), width="stretch")
            if build.name == shown:
                st.markdown(f"**{words.SHOWN_NOW}**", width="content")
            else:
                st.button(
                    words.GO_BACK_TO,
                    key=f"go back {build.name}",
                    on_click=_go_back,
                    args=(build.name,),
                    icon=":material/undo:",
                )


def offer_set_aside(shown: str) -> None:
    """A download of every row that was set aside, as long as they are kept."""
    rows = quarantine.folder_beside(settings.BUILDS) / shown / quarantine.ROWS
    if rows.is_file():
        st.download_button(
            words.ALL_SET_ASIDE,
            partial(downloads.marked_for_excel, rows),
            file_name=downloads.file_name(words.SET_ASIDE_FILE, shown, "csv"),
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
            key="all set aside",
        )


def is_made_from_kept_files(shown: Build) -> bool:
    """Whether an update of these figures would be made from the same files."""
    return dropped.are_those_of(settings.EXPORTS, shown.manifest["exports"])


def _go_back(name: str) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    try:
        builds.rollback(settings.BUILDS, name)
    except PartnershipError as error:
        st.session_state[updating.OUTCOME] = error
    else:
        st.session_state[updating.OUTCOME] = words.WENT_BACK


def _version(build: Build) -> str:
    try:
        about, receipt = build.manifest, build.receipt
    except PartnershipError as error:
        return states.readable(error.message)
    at = datetime.fromisoformat(about["created_at"]).astimezone()
    made = words.MADE_AT.format(day=figures.day(at), time=f"{at:%H:%M}")
    text = words.VERSION.format(
        day=figures.day(findings.as_of(receipt)),
        made=made,
        rows=figures.number(receipt["rows"]["accepted"]),
    )
    return text + (f" · {words.SYNTHETIC}" if about["is_synthetic"] else "")
