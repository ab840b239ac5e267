"""A workbook's XML, seen before it is trusted: which sheets there are, how far they reach."""

import posixpath
from functools import lru_cache
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

CHUNK = 1 << 20
DIGITS = "0123456789"
TEXTS = {"s", "str", "inlineStr"}  # types of cells whose value may be the empty text
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

Place = tuple[int, int]


class Sheet:
    """A sheet's XML, seen once: how far its cells reach, what they surely hold.

    `errors` are the words of cells whose formula failed (`#N/A`), by (row, column).
    """

    def __init__(self) -> None:
        self.rows = self.columns = self.cells = self.rows_with_number = 0
        self.errors: dict[Place, str] = {}
        self._row = self._column = self._row_of_last_number = 0
        self._type = ""
        self._parser = expat.ParserCreate()

    def read(self, content: IO[bytes]) -> None:
        """Take in the XML. Raises ExpatError where it is not well formed."""
        self._parser.StartElementHandler = self._start
        parse(self._parser, content)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if self._type == "e":
            self._parser.CharacterDataHandler = self._error_text if local == "v" else None
        if local == "c":
            self._start_cell(attributes.get("r", ""), attributes.get("t", "n"))
        elif local == "v" and self._type not in TEXTS and self._row != self._row_of_last_number:
            self._row_of_last_number = self._row
            self.rows_with_number += 1
        elif local == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0

    def _start_cell(self, place: str, kind: str) -> None:
        letters = place.rstrip(DIGITS)
        self._column = column_number(letters) if letters else self._column + 1
        self._row = int(place[len(letters) :] or self._row)
        self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
        self.cells += 1
        self._type = kind

    def _error_text(self, text: str) -> None:
        place = (self._row, self._column)
        self.errors[place] = self.errors.get(place, "") + text


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """The name of each sheet → the part of the archive that holds it."""
    targets = {
        relation["Id"]: posixpath.normpath(posixpath.join("/xl", relation["Target"]))[1:]
        for relation in _elements(archive, RELATIONS, "Relationship")
        if relation["Type"].endswith("/worksheet")
    }
    parts = {}
    for sheet in _elements(archive, WORKBOOK, "sheet"):
        relation = next(value for key, value in sheet.items() if key.endswith(":id"))
        if relation in targets:
            parts[sheet["name"]] = targets[relation]
    return parts


def _elements(archive: ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of each element of this name in a part."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with archive.open(part) as content:
        parse(parser, content)
    return found


def parse(parser: expat.XMLParserType, content: IO[bytes]) -> None:
    parser.StartDoctypeDeclHandler = _refuse_doctype
    while chunk := content.read(CHUNK):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _refuse_doctype(*_: object) -> None:
    raise ValueError("it declares a document type, which no workbook does")


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """A column's number: A is 1, XFD is 16384. Raises ValueError for other characters."""
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(f"{letters!r} names no column")
        number = number * 26 + ord(letter) - 64
    return number
