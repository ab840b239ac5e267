"""A page that fails in every way a page can, each with a row of somebody in its text."""

import logging
from threading import Thread

import streamlit as st

from partnership.ui import states

ROW = "Zora Canary, 98765.43 EUR"
log = logging.getLogger("somebody else's")


def fail() -> bytes:
    """Raise what a database would say about a row."""
    raise ValueError(f"could not convert {ROW}")


def fail_because_of_it() -> None:
    """Raise one error out of another."""
    try:
        fail()
    except ValueError as error:
        raise RuntimeError(f"the row {ROW} is wrong") from error


way = st.query_params.get("way")
st.button("press", key="press", on_click=fail)
st.download_button("get", fail, key="get", file_name="file.csv", on_click="ignore")
if way == "part":
    with states.alone():
        fail_because_of_it()
elif way == "run":
    fail_because_of_it()
elif way == "thread":
    thread = Thread(target=fail)
    thread.start()
    thread.join()
elif way == "logger":
    try:
        fail()
    except ValueError as error:
        log.exception("it failed")
        log.error("it failed with %s", error)
        log.error(error)
        log.error("it failed", exc_info=error)
elif way == "group":
    raise ExceptionGroup(ROW, [ValueError(ROW)])
