"""A form for records between two savings, and what came of the last one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from partnership.labels import records as words
from partnership.ui import states


@dataclass
class Draft:
    """A form between two savings: what its fields begin with, and what came of the last one."""

    table: str
    serial: int = 0
    start: Mapping[str, str] = field(default_factory=dict)
    is_correction: bool = False
    said: str = ""
    refused: str = ""
    several: int = 0

    def begin(
        self, start: Mapping[str, str] | None = None, *, correct: bool = False, said: str = ""
    ) -> None:
        """Start anew, with fresh fields."""
        self.serial += 1
        self.start, self.is_correction = dict(start or {}), correct
        self.said, self.refused = said, ""

    def say(self) -> None:
        """Say what came of the last saving."""
        if self.said:
            st.success(states.readable(self.said), icon=":material/check_circle:")
        if self.refused:
            states.show_problems(words.NOT_SAVED, [self.refused])
            self.refused = ""


def draft_of(table: str) -> Draft:
    """This reader's form for a table."""
    draft: Draft = st.session_state.setdefault(f"draft {table}", Draft(table))
    return draft
