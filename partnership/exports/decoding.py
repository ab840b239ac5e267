"""Bytes of a text file → how they are decoded: byte order mark, strict UTF-8, else asked."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from partnership.answers import Answers
from partnership.errors import NeedsAnswer, UnreadableExport

CHUNK = 1 << 23
BYTE_ORDER_MARKS = {  # the longer marks first: UTF-32's begins with UTF-16's
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
EIGHT_BIT = {
    "cp1252": "Western European (Windows)",
    "latin-1": "Western European (ISO 8859-1)",
    "cp1250": "Central European (Windows)",
    "mac-roman": "Western European (older Macintosh)",
    "utf-8": "UTF-8 with damage: the damaged records are set aside",
}
SIXTEEN_BIT = {"utf-16-le": "UTF-16, little end first", "utf-16-be": "UTF-16, big end first"}


@dataclass(frozen=True)
class Encoding:
    """A codec, and whether the file has bytes that it can't decode."""

    codec: str
    is_damaged: bool = False

    @property
    def errors(self) -> str:
        """How Python's `open` treats bytes that can't be decoded: they become lone surrogates."""
        return "surrogateescape" if self.is_damaged else "strict"


@dataclass(frozen=True)
class _Fault:
    """The first place where a file is no text: its line and the bytes around it."""

    line: int
    around: bytes
    is_nul: bool


def encoding_of(path: Path, file: str, answers: Answers) -> Encoding:
    """How the whole file decodes.

    Raises NeedsAnswer where it is not UTF-8, has no byte order mark and nobody has said what it is,
    and UnreadableExport where it is not what was said, or no text at all.
    """
    with path.open("rb") as content:
        start = content.read(4)
    marked = next((codec for mark, codec in BYTE_ORDER_MARKS.items() if start.startswith(mark)), "")
    answer = answers.of("encoding", file) or ""
    codec = marked or "utf-8"
    fault = _first_fault(path, file, codec)
    # What is UTF-8 is hardly ever anything else: an answer is for a file that is not, and what was
    # answered for last month's does not garble this month's.
    if fault and answer and not marked:
        codec = answer
        fault = _first_fault(path, file, codec)
    if fault is None:
        return Encoding(codec)
    is_utf8 = codec in ("utf-8", "utf-8-sig")
    if fault.is_nul:
        raise _not_text(file, fault, is_asked=is_utf8 and not marked)
    if is_utf8 and answer == "utf-8":
        return Encoding(codec, is_damaged=True)
    if is_utf8 and not answer:
        raise _question(file, fault, {"utf-8": EIGHT_BIT["utf-8"]} if marked else EIGHT_BIT)
    raise UnreadableExport(
        f"{file}, line {fault.line}: {fault.around!r} is not valid {codec}",
        "Save the file again as CSV UTF-8, or name another encoding.",
    )


def _first_fault(path: Path, file: str, codec: str) -> _Fault | None:
    """The first bytes that can't be decoded, or the first NUL, which no text has."""
    decoder = _decoder(file, codec)
    line = 1
    with path.open("rb") as content:
        while True:
            chunk = content.read(CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return _nul(error.object[: error.start], line) or _undecodable(error, line)
            if "\0" in text:
                return _nul(text.encode("utf-8"), line)
            line += text.count("\n")
            if not chunk:
                return None


def _undecodable(error: UnicodeDecodeError, line: int) -> _Fault:
    content = bytes(error.object)
    around = _around(content, error.start, error.end)
    return _Fault(line + content.count(b"\n", 0, error.start), around, is_nul=False)


def _nul(content: bytes, line: int) -> _Fault | None:
    position = content.find(b"\0")
    if position < 0:
        return None
    around = _around(content, position, position + 1)
    return _Fault(line + content.count(b"\n", 0, position), around, is_nul=True)


def _around(content: bytes, start: int, end: int) -> bytes:
    """Some bytes before and after, of the same line."""
    before = content[max(0, start - 12) : start].rpartition(b"\n")[2]
    return before + content[start:end] + content[end : end + 12].partition(b"\n")[0]


def _decoder(file: str, codec: str) -> codecs.IncrementalDecoder:
    try:
        return codecs.getincrementaldecoder(codec)()
    except LookupError:
        raise UnreadableExport(
            f"{file}: there is no encoding called {codec!r}",
            f"Answer with one of: {', '.join([*EIGHT_BIT, *SIXTEEN_BIT])}.",
        ) from None


def _not_text(file: str, fault: _Fault, *, is_asked: bool) -> NeedsAnswer | UnreadableExport:
    """Every second byte NUL: UTF-16 that doesn't say so. Any other NUL: no text."""
    if is_asked and fault.line == 1 and _every_second_is_nul(fault.around):
        return _question(file, fault, SIXTEEN_BIT)
    return UnreadableExport(
        f"{file}, line {fault.line}: there is a NUL byte in {fault.around!r}. Text has none, "
        "so this is a binary file or a damaged one",
        "Export it again as CSV UTF-8.",
    )


def _every_second_is_nul(content: bytes) -> bool:
    return any(len(half) > 3 and not any(half) for half in (content[::2], content[1::2]))


def _question(file: str, fault: _Fault, codecs_to_choose: dict[str, str]) -> NeedsAnswer:
    return NeedsAnswer(
        f"{file} is not UTF-8: line {fault.line} holds the bytes {fault.around!r}",
        "Say how it was saved, or save it again as CSV UTF-8.",
        question="encoding",
        about=file,
        choices={
            codec: f"{meaning}; reads {fault.around.decode(codec, 'replace')!r}"
            for codec, meaning in codecs_to_choose.items()
        },
    )
