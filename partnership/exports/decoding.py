"""Bytes of a text file → how they are decoded: byte order mark, else strict UTF-8, else asked. Never guessed."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from partnership.answers import Answers
from partnership.errors import NeedsAnswer, UnreadableExport

CHUNK = 1 << 23
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
CHOICES = {
    "cp1252": "Windows, Western European",
    "latin-1": "ISO 8859-1, Western European",
    "cp1250": "Windows, Central European",
    "mac-roman": "older Macintosh",
    "utf-16-le": "UTF-16 without a byte order mark",
    "utf-8": "UTF-8, and the lines that are damaged are set aside",
}


@dataclass(frozen=True)
class Encoding:
    """A codec, and whether the file has bytes it can't decode (they become lone surrogates)."""

    codec: str
    is_damaged: bool = False

    @property
    def errors(self) -> str:
        """How Python's `open` must treat what can't be decoded."""
        return "surrogateescape" if self.is_damaged else "strict"


def encoding_of(path: Path, file: str, answers: Answers) -> Encoding:
    """How the whole file decodes. Raises NeedsAnswer where it is not UTF-8 and nobody has said what else."""
    with path.open("rb") as content:
        start = content.read(4)
    for mark, codec in BYTE_ORDER_MARKS.items():
        if start.startswith(mark):
            return _checked(path, file, codec)
    answer = answers.of("encoding", file)
    if answer and answer != "utf-8":
        return _checked(path, file, answer)
    fault = _first_fault(path, "utf-8")
    if fault is None:
        return Encoding("utf-8")
    if fault.is_nul:
        raise UnreadableExport(*_nul_message(file, fault))
    if answer == "utf-8":
        return Encoding("utf-8", is_damaged=True)
    raise _question(file, fault)


@dataclass(frozen=True)
class _Fault:
    """The first place where a file can't be decoded: its line, and the bytes around it."""

    line: int
    around: bytes
    is_nul: bool


def _checked(path: Path, file: str, codec: str) -> Encoding:
    try:
        fault = _first_fault(path, codec)
    except LookupError:
        raise UnreadableExport(
            f"{file}: there is no encoding called {codec!r}", f"Answer with one of: {', '.join(CHOICES)}."
        ) from None
    if fault is None:
        return Encoding(codec)
    if fault.is_nul:
        raise UnreadableExport(*_nul_message(file, fault))
    raise UnreadableExport(
        f"{file}, line {fault.line}: {fault.around!r} is not valid {codec}",
        "Save the file again as CSV UTF-8, or name another encoding.",
    )


def _first_fault(path: Path, codec: str) -> _Fault | None:
    """Decode the whole file strictly; the first bytes that can't be, or a NUL, which no text has."""
    decoder = codecs.getincrementaldecoder(codec)()
    line = 1
    with path.open("rb") as content:
        while True:
            chunk = content.read(CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                before = error.object[: error.start].decode(codec, "replace")
                around = error.object[max(0, error.start - 10) : error.end + 10]
                return _Fault(line + before.count("\n"), around, is_nul=False)
            if "\0" in text:
                position = text.index("\0")
                around = text[max(0, position - 10) : position + 10].encode("utf-8", "replace")
                return _Fault(line + text.count("\n", 0, position), around, is_nul=True)
            line += text.count("\n")
            if not chunk:
                return None


def _nul_message(file: str, fault: _Fault) -> tuple[str, str]:
    return (
        f"{file}, line {fault.line}: there is a NUL byte in {fault.around!r}; text has none, so this is a binary "
        "file, a damaged one, or UTF-16 without its byte order mark",
        "Export it again as CSV UTF-8. If it is UTF-16, answer the encoding with utf-16-le.",
    )


def _question(file: str, fault: _Fault) -> NeedsAnswer:
    choices = {}
    for codec, meaning in CHOICES.items():
        if codec == "utf-16-le":
            continue
        read = fault.around.decode(codec, "replace")
        choices[codec] = f"{meaning}: line {fault.line} then reads {read!r}"
    return NeedsAnswer(
        f"{file} is not UTF-8: line {fault.line} holds the bytes {fault.around!r}",
        "Say how it was saved, or save it again as CSV UTF-8.",
        question="encoding",
        about=file,
        choices=choices,
    )
