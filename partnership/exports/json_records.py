"""The records in a JSON or JSON Lines file, one after the other, each an object or what keeps it from being one.

Understood: an array of objects; an object of such arrays (one table each); an envelope around one array
(`{"data": […], "next": …}`); any other object as a single record; JSON Lines; records of a stream
(`{"stream": …, "data": {…}}`, the table is the stream); and a vendor's documentation (`{"section": …, "json": …}`),
of which the response examples are the records.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import JSONDecodeError

from partnership.errors import UnreadableExport
from partnership.exports.json_text import DEEPEST, JsonReader, json_text, too_deep
from partnership.exports.names import raw_name

ENVELOPES = {"data", "rows", "items", "results", "records", "value"}
STREAM_KEYS = {"stream", "data", "emitted_at", "namespace", "meta"}
RESPONSES = ("## The ", "## GET: ")
DOCUMENTATION = {"section", "json", "invalid_json_text"}


@dataclass(frozen=True)
class Found:
    """One physical record: `record` where it is an object, else the rule it breaks and why."""

    table: str
    line: int
    record: dict[str, object] | None
    rule: str = ""
    reason: str = ""
    text: str = ""


def records_of_lines(table: str, lines: Iterable[str]) -> Iterator[Found]:
    """The records of JSON Lines; a blank line is Found with the rule `blank`."""
    reader = JsonReader()
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            yield Found(table, number, None, "blank")
            continue
        try:
            if too_deep(text):
                raise ValueError(f"nested more than {DEEPEST} deep")
            yield _checked(table, number, reader.whole(text), reader.repeated)
        except ValueError as error:
            yield Found(table, number, None, "invalid_json", _said(error), text)


def records_of_document(file: str, table: str, text: str) -> Iterator[Found]:
    """The records of one JSON document. Raises UnreadableExport where it is no valid JSON."""
    if too_deep(text):
        raise UnreadableExport(
            f"{file} is nested more than {DEEPEST} deep", "Export it as an array of objects."
        )
    reader = JsonReader()
    try:
        if text.lstrip().startswith("["):
            elements = list(_elements(reader, text))
            is_documentation = bool(elements) and all(_is_documentation(e) for e, _ in elements)
            numbered = _documented(elements) if is_documentation else elements
            for number, (element, repeated) in enumerate(numbered, 1):
                yield _checked(table, number, element, repeated)
        else:
            document = reader.whole(text)
            yield from _of_object(table, document, reader.repeated)
    except JSONDecodeError as error:
        raise UnreadableExport(
            f"{file}, line {error.lineno}, column {error.colno}: not valid JSON ({error.msg})",
            "The file may be cut off; export it again.",
        ) from None
    except ValueError as error:
        raise UnreadableExport(f"{file}: {error}", "Export it again.") from None


def _elements(reader: JsonReader, text: str) -> Iterator[tuple[object, list[str]]]:
    """The elements of a top-level array, each with the keys it repeats."""
    position = text.index("[") + 1
    if text[position:].strip() == "]":
        return
    while True:
        element, position = reader.value(text, position)
        yield element, reader.repeated
        following = text[position : position + 1]
        position += 1
        if following == "]":
            break
        if following != ",":
            raise JSONDecodeError("Expecting ',' delimiter", text, position - 1)
    if text[position:].strip():
        raise JSONDecodeError("Extra data", text, position)


def _of_object(table: str, document: object, repeated: list[str]) -> Iterator[Found]:
    arrays = _arrays(document)
    if not arrays:
        yield _checked(table, 1, document, repeated)
        return
    for key, elements in arrays.items():
        name = table if key in ENVELOPES else raw_name(key) or table
        for number, element in enumerate(elements, 1):
            yield _checked(name, number, element, repeated)


def _arrays(document: object) -> dict[str, list[object]]:
    """The arrays of records in an object of arrays or an envelope; none where it is a record itself."""
    if not isinstance(document, dict) or not document:
        return {}
    arrays = {key: value for key, value in document.items() if _is_array_of_objects(value)}
    enveloped = [key for key in arrays if key in ENVELOPES]
    if len(arrays) == len(document):
        return arrays
    return {enveloped[0]: arrays[enveloped[0]]} if len(enveloped) == len(arrays) == 1 else {}


def _is_array_of_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(element, dict) for element in value)


def _is_documentation(element: object) -> bool:
    return isinstance(element, dict) and "section" in element and set(element) <= DOCUMENTATION


def _documented(elements: Iterable[tuple[object, list[str]]]) -> Iterator[tuple[object, list[str]]]:
    """The objects in the response examples; any other block as it is, to be set aside."""
    for block, repeated in elements:
        assert isinstance(block, dict)
        example = block.get("json")
        if not str(block["section"]).startswith(RESPONSES) or not example:
            yield block, repeated
        elif isinstance(example, list):
            yield from ((one, repeated) for one in example)
        else:
            yield example, repeated


def _checked(table: str, number: int, value: object, repeated: list[str]) -> Found:
    """A decoded value as a record, unwrapped from its stream."""
    if isinstance(value, dict) and value.get("type") == "RECORD" and isinstance(value.get("record"), dict):
        value = value["record"]
    if isinstance(value, dict) and set(value) <= STREAM_KEYS and isinstance(value.get("data"), dict):
        table, value = raw_name(str(value.get("stream", ""))) or table, value["data"]
    if repeated:
        keys = ", ".join(repeated)
        return Found(table, number, None, "repeated_key", f"the key {keys} stands twice", json_text(value))
    if not isinstance(value, dict):
        return Found(table, number, None, "not_an_object", "a record must be an object {…}", json_text(value))
    if _is_documentation(value):
        return Found(table, number, None, *_why_not(value), json_text(value))
    return Found(table, number, value)


def _why_not(block: dict[str, object]) -> tuple[str, str]:
    if "invalid_json_text" in block or not block.get("json"):
        return "invalid_json", f"the example under {block['section']!r} is no valid JSON"
    return "not_a_record", f"the example under {block['section']!r} is a request or its answer, not a record"


def _said(error: ValueError) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, JSONDecodeError) else str(error)
