"""What is shown where there is nothing to show: no cases, no such table, no figures, something
failed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from partnership import wording
from partnership.errors import PartnershipError
from partnership.labels import shell as words
from partnership.ui import frame, quiet_log


def show_error(error: PartnershipError) -> None:
    """A refusal in its own words, with the next step."""
    said = (wording.sentence(error.message), error.next_step)
    st.error("\n\n".join(readable(part) for part in said if part), title=error.title)


def readable(text: str) -> str:
    """Text that names files, columns and values: none of it read as markup, columns as words."""
    return frame.plain(wording.columns_as_words(text))


def show_problems(title: str, problems: Sequence[str]) -> None:
    """What to do before something can be saved, one line each."""
    st.error("\n".join(f"- {readable(problem)}" for problem in problems), title=title)


def show_empty(hint: str, title: str = words.NOTHING_MATCHES) -> None:
    """An empty state in the place of a chart or a table."""
    st.info(hint, title=title, icon=":material/search_off:")


@contextmanager
def alone() -> Iterator[None]:
    """Let what fails inside fail alone: it says so in its place, and the rest of the screen
    stands."""
    try:
        yield
    except PartnershipError as error:
        show_error(error)
    except Exception as error:
        # The text of an exception can hold rows, so neither the screen nor the log shows it.
        reference = quiet_log.noted(error, "a part of a screen failed")
        st.error(words.PART_FAILED_HINT.format(reference=reference), title=words.PART_FAILED)
