"""The app: what `streamlit run dashboard.py` starts."""

from pathlib import Path

from streamlit import App

from partnership.ui import door, quiet_log

quiet_log.make_quiet()
# A script of st.App, not a page folder: a folder named `pages` beside a plain script would let
# Streamlit open a screen by its address without ever running the router.
app = App(
    Path(__file__).parent / "pages" / "shell.py",
    middleware=door.MIDDLEWARE,
    on_script_error=quiet_log.tell_of_script_error,
)
