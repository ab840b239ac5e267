"""Every byte of the files that a screen offers, made when it is drawn instead of at the click."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
import streamlit as st


def files_offered(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A list that fills as screens are drawn; of workbooks the files inside."""
    found: list[bytes] = []

    def offered(_label: str, data: Any, **_how: Any) -> bool:
        body = data() if callable(data) else data
        if is_zipfile(BytesIO(body)):
            with ZipFile(BytesIO(body)) as book:
                found.extend(book.read(name) for name in book.namelist())
        else:
            found.append(body)
        return False

    monkeypatch.setattr(st, "download_button", offered)
    return found
