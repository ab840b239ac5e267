"""How files, sheets and header cells are named in `raw`."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from partnership.errors import WrongColumns

NOT_A_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
PLAIN = re.compile(r"[a-z0-9_]+")
LONGEST_NAME = 300
OURS = {"_file", "_line"}  # each raw row's file and line
VALUE = re.compile(
    r"\d{4}-\d\d-\d\d.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}.*|-?\d+([.,]\d+)?|\S+@\S+\.\S+"
)


@lru_cache(maxsize=10_000)
def raw_name(name: str) -> str:
    """`Received (UTC)` → `received_utc`; a name of letters, digits and _ keeps them all."""
    plain = unicodedata.normalize("NFC", name.strip()).lower()
    if PLAIN.fullmatch(plain) and plain.strip("_") and plain not in OURS:
        return plain
    return NOT_A_LETTER_OR_DIGIT.sub("_", plain).strip("_")


def raw_columns(header: Sequence[str], place: str) -> list[str]:
    """The names in `raw` of a header's cells. `place` says in messages where the header stands.

    Raises WrongColumns for blank cells, for two cells of one name and for values instead of names.
    """
    blank = [str(position) for position, cell in enumerate(header, 1) if not cell.strip()]
    if blank:
        raise WrongColumns(
            f"{place}: header cell {', '.join(blank[:10])} of {len(header)} is blank, so nothing "
            "says what stands in that column",
            "Give every column a name, or delete those that have none, and export again.",
        )
    _refuse_values(header, place)
    names = [raw_name(cell) or f"column_{position}" for position, cell in enumerate(header, 1)]
    _refuse_repeated(names, header, place)
    return names


def _refuse_values(header: Sequence[str], place: str) -> None:
    too_long = [cell for cell in header if len(cell) > LONGEST_NAME]
    if too_long:
        raise WrongColumns(
            f"{place}: the header should be here, but {too_long[0][:40]!r} goes on for "
            f"{len(too_long[0]):,} characters",
            "Correct the header line and import the file again.",
        )
    values = [cell for cell in header if VALUE.fullmatch(cell.strip())]
    if len(values) > len(header) / 2:
        raise WrongColumns(
            f"{place}: the header should be here, but {values[0]!r} is a value, not a name",
            "Export again with a header line, or write one above the first row.",
        )


def _refuse_repeated(names: Sequence[str], header: Sequence[str], place: str) -> None:
    position_of: dict[str, int] = {}
    for position, name in enumerate(names):
        earlier = position_of.setdefault(name, position)
        if earlier != position:
            raise WrongColumns(
                f"{place}: columns {earlier + 1} ({header[earlier].strip()!r}) and {position + 1} "
                f"({header[position].strip()!r}) have the same name, so it is open which is meant",
                "Rename or remove one of them and export again.",
            )
