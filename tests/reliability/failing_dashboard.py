"""Starts the page that fails as dashboard.py starts the screens."""

from pathlib import Path

from streamlit import App

from partnership.ui import door, quiet_log

quiet_log.make_quiet()
app = App(
    Path(__file__).parent / "failing.py",
    middleware=door.MIDDLEWARE,
    on_script_error=quiet_log.tell_of_script_error,
)
