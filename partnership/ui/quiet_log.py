"""A log without personal data: what failed and where, never the text of an exception, which can
hold rows."""

import logging
import sys
import threading
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit import config

from partnership.labels import shell as shell_words
from partnership.labels import signing_in as words

log = logging.getLogger(__name__)
Failure = BaseException | None


def make_quiet() -> None:
    """From here on every logger of this process, ours and Streamlit's, writes so."""
    # With rich, Streamlit prints an error beside its log, with its text.
    config.set_option("logger.enableRich", False)
    made = logging.getLogRecordFactory()
    if getattr(made, "is_quiet", False):
        return

    def record(*args: Any, **more: Any) -> logging.LogRecord:
        return _quiet(made(*args, **more))

    record.is_quiet = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(record)
    sys.excepthook = _hook
    threading.excepthook = lambda failed: _hook(
        failed.exc_type, failed.exc_value, failed.exc_traceback
    )


def noted(error: BaseException, what: str) -> str:
    """Write into the log what failed and where; gives the reference to find it by."""
    reference = uuid4().hex[:8]
    log.error("%s, reference %s: %s", what, reference, described(error))
    return reference


def tell_of_script_error(error: Exception) -> bool:
    """What Streamlit calls when a run fails outside of what fails alone."""
    reference = noted(error, "a run failed")
    st.error(words.REFERENCE.format(reference=reference), title=shell_words.PART_FAILED)
    return True


def described(error: Failure) -> str:
    """The kinds and the places of an error and of what led to it, the innermost last."""
    said: list[str] = []
    while error is not None and len(said) < 5:
        said.append(f"{type(error).__name__} at {_places(error.__traceback__)}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return ", from ".join(said)


def _places(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)[-6:]
    return " > ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames) or "an unknown place"


def _quiet(record: logging.LogRecord) -> logging.LogRecord:
    """The record with its exceptions described instead of told."""
    if isinstance(record.args, Mapping):
        record.args = {key: _plain(value) for key, value in record.args.items()}
    elif record.args:
        record.args = tuple(_plain(value) for value in record.args)
    if isinstance(record.msg, BaseException):
        record.msg = _plain(record.msg)
    if record.exc_info:
        told = record.getMessage()
        record.msg, record.args = "%s: %s", (told, described(record.exc_info[1]))
        record.exc_info = record.exc_text = None
    return record


def _plain(value: Any) -> Any:
    return described(value) if isinstance(value, BaseException) else value


def _hook(kind: type[BaseException], error: Failure, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or kind(), trace)
    else:
        log.error("ended by %s", described(error))
