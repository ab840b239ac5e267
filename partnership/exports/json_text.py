"""JSON read so that nothing changes: numbers keep their digits, a repeated key is noticed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError

DEEPEST = 100
SPACE = re.compile(r"[ \t\r\n]*")
STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
STEP = {"[": 1, "{": 1, "]": -1, "}": -1}


class Number(str):
    """A number as its digits stand in the file."""


@dataclass(frozen=True)
class Decoded:
    """A value, the keys that an object in it holds twice, and the text it was read from."""

    value: object
    repeated: list[str]
    text: str


class JsonReader:
    """Decodes a value at a time.

    Raises JSONDecodeError for what is no JSON and ValueError for what is nested too deep.
    """

    def __init__(self) -> None:
        self._repeated: list[str] = []
        self._decoder = json.JSONDecoder(
            parse_int=Number,
            parse_float=Number,
            parse_constant=_refuse_constant,
            object_pairs_hook=self._object,
        )

    def whole(self, text: str) -> Decoded:
        """The only value of a text."""
        refuse_depth(text)
        decoded, end = self._value(text, 0)
        if end != len(text):
            raise JSONDecodeError("more follows", text, end)
        return decoded

    def elements(self, text: str) -> Iterator[Decoded]:
        """The elements of an array."""
        refuse_depth(text)
        position = _after_space(text, text.index("[") + 1)
        is_over = text[position : position + 1] == "]"
        while not is_over:
            decoded, position = self._value(text, position)
            yield decoded
            is_over = text[position : position + 1] == "]"
            if not is_over and text[position : position + 1] != ",":
                raise JSONDecodeError("a comma or ] is missing", text, position)
            position += not is_over
        if _after_space(text, position + 1) != len(text):
            raise JSONDecodeError("more follows the array", text, position + 1)

    def _value(self, text: str, start: int) -> tuple[Decoded, int]:
        self._repeated = []
        start = _after_space(text, start)
        value, end = self._decoder.raw_decode(text, start)
        return Decoded(value, self._repeated, text[start:end]), _after_space(text, end)

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        record = dict(pairs)
        if len(record) != len(pairs):
            keys = [key for key, _ in pairs]
            self._repeated += sorted({key for key in keys if keys.count(key) > 1})
        return record


def refuse_depth(text: str) -> None:
    """Raise ValueError where brackets outside of strings are nested more than DEEPEST deep."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for match in STRING_OR_BRACKET.finditer(text):
        depth += STEP.get(match[0], 0)
        if depth > DEEPEST:
            raise ValueError(f"nested more than {DEEPEST} deep")


def as_text(value: object) -> str | None:
    """A value as `raw` holds it: null is null, text is itself, anything nested is JSON text."""
    if value is None:
        return None
    return str(value) if isinstance(value, str) else json_text(value)


def json_text(value: object) -> str:
    """A decoded value as JSON again, its numbers with the digits they came with."""
    if isinstance(value, dict):
        pairs = (f"{json_text(str(key))}:{json_text(inner)}" for key, inner in value.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(json_text, value)) + "]"
    return str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


def _after_space(text: str, start: int) -> int:
    match = SPACE.match(text, start)
    return match.end() if match else start


def _refuse_constant(word: str) -> object:
    raise ValueError(f"{word} is no JSON number")
