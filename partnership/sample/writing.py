"""Columns of numbers and codes → the CSV files of the canonical export, block after block."""

import tomllib
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from partnership.sample.clock import offsets
from partnership.sample.company import ZONES

CANONICAL = Path(__file__).parents[2] / "queries" / "staging" / "canonical.toml"
PREFIXES = {
    "clients": "C",
    "agencies": "A",
    "searches": "S",
    "openings": "O",
    "candidates": "K",
    "submissions": "U",
    "interviews": "I",
    "offers": "F",
    "placements": "H",
    "meetings": "M",
    "pulse": "R",
    "commitments": "T",
    "requests": "Q",
    "disputes": "D",
}


class Export:
    """The folder being written; `add` appends rows to a table's file, in the order given."""

    def __init__(self, folder: Path, widths: dict[str, int]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.widths = folder, widths
        self.tables = tomllib.loads(CANONICAL.read_text("utf-8"))
        self.started: set[str] = set()
        self.connection = duckdb.connect()

    def add(self, table: str, rows: pd.DataFrame) -> None:
        """Append `rows` to the table's file; column `zone` numbers the zone of their moments."""
        kinds = {name: self._kind(table, name, kind) for name, kind in self._columns(table)}
        written = {name: kind for name, kind in kinds.items() if name in rows}
        cells = pd.DataFrame({name: rows[name].array for name in written})
        for name in [name for name, kind in written.items() if kind == "instant"]:
            cells[f"{name}+"] = _offset_words(rows[name].to_numpy(), rows["zone"].to_numpy())
            cells[name] = _times(rows[name].to_numpy(), "m")
        for name in [name for name, kind in written.items() if kind == "day"]:
            cells[name] = _times(rows[name].to_numpy(), "D")
        selected = ", ".join(f'{_cell(name, kind)} as "{name}"' for name, kind in written.items())
        self._append(table, cells, f"select {selected} from cells")

    def add_text(self, table: str, rows: pd.DataFrame) -> None:
        """Append rows whose cells are written as they are."""
        self._append(table, rows, "select * from cells")

    def close(self) -> None:
        """Release the memory the writing needed."""
        self.connection.close()

    def _columns(self, table: str) -> list[tuple[str, str]]:
        return [(name, kind.rstrip("!")) for name, kind in self.tables[table]["columns"].items()]

    def _kind(self, table: str, name: str, kind: str) -> str:
        target = kind[3:] if kind.startswith(("-> ", "~> ")) else table
        if kind == "id" or kind.startswith(("-> ", "~> ")):
            return f"{PREFIXES[target]}-{{:0{self.widths.get(target, self.widths['*'])}d}}"
        return kind

    def _append(self, table: str, cells: pd.DataFrame, select: str) -> None:
        part = self.folder / f".{table}.part"
        is_first = table not in self.started
        self.connection.register("cells", cells)
        target = str(part).replace("'", "''")
        self.connection.execute(f"copy ({select}) to '{target}' (format csv, header {is_first})")
        self.connection.unregister("cells")
        with (
            (self.folder / f"{table}.csv").open("wb" if is_first else "ab") as file,
            part.open("rb") as rows,
        ):
            while chunk := rows.read(1 << 20):
                file.write(chunk)
        part.unlink()
        self.started.add(table)


def _cell(name: str, kind: str) -> str:
    column = f'"{name}"'
    if kind == "instant":
        return f"strftime({column}, '%Y-%m-%dT%H:%M:%S') || \"{name}+\"::varchar"
    if kind == "day":
        return f"{column}::date"
    if "{:" in kind:
        return f"case when {column} >= 0 then format('{kind}', {column}) end"
    if kind in ("count", "rating", "money"):
        return f"case when {column} >= 0 then {column} end"
    return column


def _times(values: np.ndarray, unit: str) -> np.ndarray:
    times = values.astype(np.int64).astype(f"datetime64[{unit}]").astype("datetime64[s]")
    times[values < 0] = np.datetime64("NaT")
    return times


def _offset_words(minutes: np.ndarray, zone: np.ndarray) -> pd.Categorical:
    shift = offsets(ZONES, zone.astype(np.int64), minutes.astype(np.int64))
    shifts, codes = np.unique(shift, return_inverse=True)
    spelt = [
        f"{'-' if s < 0 else '+'}{abs(s) // 60:02d}:{abs(s) % 60:02d}" for s in shifts.tolist()
    ]
    return pd.Categorical.from_codes(codes, categories=spelt)
