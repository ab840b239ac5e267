"""The tables behind what a screen shows, kept for its downloads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import streamlit as st

from partnership import downloads
from partnership.labels import shell as words


@dataclass
class ShownTables:
    """The tables of one screen by title, with what a file says about itself."""

    screen: str
    build: str
    about: dict[str, str]
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)

    def offer_csv(self, title: str) -> None:
        """A button that downloads one table."""
        # Built at the click, in a thread that knows no session: everything it needs is bound here.
        st.download_button(
            words.CSV,
            partial(downloads.csv_file, self.tables[title]),
            file_name=downloads.file_name(f"{self.screen} {title}", self.build, "csv"),
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            key=f"csv {title}",
        )

    def offer_pdf(self, label: str, name: str, make: Callable[[], bytes]) -> None:
        """A button that downloads a PDF file."""
        st.download_button(
            label,
            make,
            file_name=downloads.file_name(name, self.build, "pdf"),
            mime="application/pdf",
            on_click="ignore",
            icon=":material/picture_as_pdf:",
            key=f"pdf {label}",
        )

    def offer_workbook(self) -> None:
        """A button that downloads all of them, where there are any."""
        if not self.tables:
            return
        with st.container(
            horizontal=True, horizontal_alignment="right", vertical_alignment="center"
        ):
            st.download_button(
                f"{words.DOWNLOAD} {words.XLSX}",
                partial(downloads.workbook, dict(self.tables), self.about),
                file_name=downloads.file_name(self.screen, self.build, "xlsx"),
                mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                on_click="ignore",
                icon=":material/download:",
                key="xlsx",
            )
