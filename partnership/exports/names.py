"""How files, sheets and header cells are named in `raw`."""

import re
import unicodedata
from collections.abc import Sequence

from partnership.errors import WrongColumns

NOT_A_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
PLAIN = re.compile(r"[a-z0-9_]*[a-z0-9][a-z0-9_]*")
OURS = {"_file", "_line"}  # each raw row's file and line


def raw_name(name: str) -> str:
    """`Date Received (UTC)` → `date_received_utc`; a name of letters, digits and _ keeps its underscores."""
    plain = unicodedata.normalize("NFC", name.strip()).lower()
    if PLAIN.fullmatch(plain) and plain not in OURS:
        return plain
    return NOT_A_LETTER_OR_DIGIT.sub("_", plain).strip("_")


def raw_columns(header: Sequence[str], file: str, line: int) -> list[str]:
    """The names in `raw` of the header's cells. Raises WrongColumns for blank cells and for repeated names."""
    blank = [position for position, cell in enumerate(header, 1) if not cell.strip()]
    if blank:
        raise WrongColumns(
            f"{file}, line {line}: header cell {_and(blank)} of {len(header)} is blank, so nothing says what "
            "stands in that column",
            "Give every column a name, or delete the columns that have none, and export again.",
        )
    names = [raw_name(cell) or f"column_{position}" for position, cell in enumerate(header, 1)]
    _refuse_repeated(names, header, file, line)
    return names


def _refuse_repeated(names: Sequence[str], header: Sequence[str], file: str, line: int) -> None:
    first_position: dict[str, int] = {}
    for position, name in enumerate(names):
        if name in first_position:
            earlier = first_position[name]
            raise WrongColumns(
                f"{file}, line {line}: columns {earlier + 1} ({header[earlier].strip()!r}) and {position + 1} "
                f"({header[position].strip()!r}) have the same name, so it is open which one is meant",
                "Rename or remove one of them and export again.",
            )
        first_position[name] = position


def _and(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (", …" if len(numbers) > 10 else "")
