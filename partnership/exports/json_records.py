"""The records in a JSON or JSON Lines file: each an object, or what keeps it from being one.

Understood: an array of objects; an object of such arrays (one table each); an envelope around one
array (`{"data": […], "next": …}`); any other object as a single record; JSON Lines; the records of
a stream (`{"stream": …, "data": {…}}`, whose table is the stream); and a vendor's documentation
(`{"section": …, "json": …}`), in which the response examples are the records.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from json import JSONDecodeError

from partnership.errors import UnreadableExport
from partnership.exports.json_text import Decoded, JsonReader
from partnership.exports.names import raw_name

ENVELOPES = {"data", "rows", "items", "results", "records", "value"}
STREAM = {"stream", "data", "emitted_at", "namespace", "meta"}
DOCUMENTATION = {"section", "json", "invalid_json_text"}
RESPONSES = ("## The ", "## GET: ")


@dataclass(frozen=True)
class Found:
    """One physical record: `record` where it is one, else the rule it breaks and why; its text.

    The rules `blank` (an empty line) and `table` (an array without records) stand for no record.
    """

    table: str
    line: int
    record: dict[str, object] | None
    rule: str = ""
    reason: str = ""
    text: str = ""


def records_of_lines(table: str, lines: Iterable[str]) -> Iterator[Found]:
    """The records of JSON Lines, one for each line."""
    reader = JsonReader()
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            yield Found(table, number, None, "blank")
            continue
        try:
            yield _checked(table, number, reader.whole(text))
        except ValueError as error:
            yield Found(table, number, None, "invalid_json", _said(error), text)


def records_of_document(file: str, table: str, text: str) -> Iterator[Found]:
    """The records of one JSON document. Raises UnreadableExport where it is no valid JSON."""
    reader = JsonReader()
    try:
        if text.lstrip().startswith("["):
            yield from _of_array(table, list(reader.elements(text)))
        else:
            yield from _of_object(table, reader.whole(text))
    except JSONDecodeError as error:
        raise UnreadableExport(
            f"{file}, line {error.lineno}: not valid JSON: {_said(error)}",
            "The file may be cut off; export it again.",
        ) from None
    except ValueError as error:
        raise UnreadableExport(f"{file}: {error}", "Export it again.") from None


def _of_array(table: str, elements: list[Decoded]) -> Iterator[Found]:
    yield Found(table, 0, None, "table")
    if elements and all(_is_documentation(element.value) for element in elements):
        elements = list(_documented(elements))
    for number, element in enumerate(elements, 1):
        yield _checked(table, number, element)


def _of_object(table: str, document: Decoded) -> Iterator[Found]:
    arrays = _arrays(document.value)
    if not arrays:
        yield _checked(table, 1, document)
    elif document.repeated:
        raise ValueError(f"the key {', '.join(document.repeated)} stands twice in one object")
    number = count(1)  # runs on from one array to the next, so that it names one record of the file
    for key, elements in arrays.items():
        name = table if key in ENVELOPES else raw_name(key) or table
        yield Found(name, 0, None, "table")
        for element in elements:
            yield Found(name, next(number), element)


def _arrays(document: object) -> dict[str, list[dict[str, object]]]:
    """The arrays in an object of arrays or an envelope; none where it is a record itself."""
    if not isinstance(document, dict) or not document:
        return {}
    arrays = {key: value for key, value in document.items() if _is_array_of_objects(value)}
    if len(arrays) == len(document) or (len(arrays) == 1 and set(arrays) <= ENVELOPES):
        return arrays
    return {}


def _is_array_of_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(element, dict) for element in value)


def _is_documentation(element: object) -> bool:
    return isinstance(element, dict) and "section" in element and set(element) <= DOCUMENTATION


def _documented(blocks: list[Decoded]) -> Iterator[Decoded]:
    """The objects of the response examples; any other block as it is, to be set aside."""
    for block in blocks:
        assert isinstance(block.value, dict)
        example = block.value.get("json")
        if not str(block.value["section"]).startswith(RESPONSES) or not example:
            yield block
            continue
        for one in example if isinstance(example, list) else [example]:
            yield Decoded(one, block.repeated, block.text)


def _checked(table: str, number: int, found: Decoded) -> Found:
    """A decoded value as a record, unwrapped where it comes from a stream."""
    value = found.value
    if isinstance(value, dict) and value.get("type") == "RECORD" and "record" in value:
        value = value["record"]
    if isinstance(value, dict) and set(value) <= STREAM and isinstance(value.get("data"), dict):
        table = raw_name(str(value.get("stream", ""))) or table
        value = value["data"]
    if found.repeated:
        problem = "repeated_key", f"the key {', '.join(found.repeated)} stands twice"
    elif isinstance(value, dict) and not _is_documentation(value):
        return Found(table, number, value, text=found.text)
    else:
        problem = _why_no_record(value)
    return Found(table, number, None, *problem, found.text)


def _why_no_record(value: object) -> tuple[str, str]:
    if not isinstance(value, dict):
        return "not_an_object", "a record is an object: {…}"
    if value.get("json") is None:
        return "invalid_json", f"the example under {value['section']!r} is no valid JSON"
    return "not_a_record", f"{value['section']!r} shows a request or its answer, not a record"


def _said(error: ValueError) -> str:
    if isinstance(error, JSONDecodeError):
        return f"{error.msg} (column {error.colno})"
    return str(error)
