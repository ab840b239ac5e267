"""Who reads: asked anew on every run, from the server alone and never from what a browser sends."""

import os

from partnership.readers import HR, Reader, reader_named
from partnership.ui import view_as

# `agency:ID` opens the dashboard as that agency sees it; for one person on one computer.
READER = "PARTNERSHIP_READER"


def reader_now() -> Reader:
    """The reader of this run. HR may look as an agency; an agency is always itself."""
    reader = signed_in()
    return view_as.chosen() if reader.is_hr else reader


def signed_in() -> Reader:
    """Who this is, whatever they look as."""
    named = os.environ.get(READER, "")
    return reader_named(named) if named else HR
