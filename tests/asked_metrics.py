"""Which metrics a screen asks for rows of, and which it explains at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from partnership import ui
from partnership.ui import panels
from partnership.ui.source import Source


@dataclass
class Run:
    """One drawing of a screen."""

    asked: set[str] = field(default_factory=set)
    explained: set[str] = field(default_factory=set)


def runs_of(monkeypatch: pytest.MonkeyPatch) -> list[Run]:
    """The drawings from here on, the last one last."""
    runs: list[Run] = []
    opens, rows_of, counts = ui.open_screen, Source.rows, panels.how_counted

    def open_screen(*args: Any, **more: Any) -> Any:
        runs.append(Run())
        return opens(*args, **more)

    def rows(source: Source, name: str, *args: Any, folder: str = "metrics", **more: Any) -> Any:
        if runs and folder == "metrics":
            runs[-1].asked.add(name)
        return rows_of(source, name, *args, folder=folder, **more)

    def how_counted(metrics: Sequence[str], *args: Any, **more: Any) -> None:
        runs[-1].explained.update(metrics)
        counts(metrics, *args, **more)

    monkeypatch.setattr(ui, "open_screen", open_screen)
    monkeypatch.setattr(Source, "rows", rows)
    monkeypatch.setattr(panels, "how_counted", how_counted)
    return runs
