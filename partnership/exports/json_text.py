"""JSON read so that nothing changes: numbers keep their digits, a key that stands twice is noticed."""

import json
import re
from json import JSONDecodeError
from json.decoder import WHITESPACE

DEEPEST = 100
STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


class Number(str):
    """A number as its digits stand in the file."""


class JsonReader:
    """Decodes one value at a time; `repeated` names the keys that the last value held twice."""

    def __init__(self) -> None:
        self.repeated: list[str] = []
        self._decoder = json.JSONDecoder(
            parse_int=Number,
            parse_float=Number,
            parse_constant=_refuse_constant,
            object_pairs_hook=self._object,
        )

    def value(self, text: str, start: int = 0) -> tuple[object, int]:
        """The value at `start` and where it ends. Raises ValueError where it is no JSON or nested too deep."""
        self.repeated = []
        start = _after_space(text, start)
        try:
            found, end = self._decoder.raw_decode(text, start)
        except RecursionError:
            raise ValueError(f"nested more than {DEEPEST} deep") from None
        return found, _after_space(text, end)

    def whole(self, text: str) -> object:
        """The only value of a text. Raises ValueError where something follows it."""
        found, end = self.value(text)
        if end != len(text):
            raise JSONDecodeError("Extra data", text, end)
        return found

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        record = dict(pairs)
        if len(record) != len(pairs):
            keys = [key for key, _ in pairs]
            self.repeated += sorted({key for key in keys if keys.count(key) > 1})
        return record


def too_deep(text: str) -> bool:
    """Whether brackets outside of strings are nested more than DEEPEST deep."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = 0
    for match in STRING_OR_BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > DEEPEST:
            return True
    return False


def as_text(value: object) -> str | None:
    """A value as a raw table holds it: null is null, text is itself, anything nested is JSON text."""
    if value is None:
        return None
    return str(value) if isinstance(value, str) else json_text(value)


def json_text(value: object) -> str:
    """A decoded value as JSON again, its numbers with the digits they came with."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json_text(str(k))}:{json_text(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(json_text, value)) + "]"
    return str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


def _after_space(text: str, start: int) -> int:
    match = WHITESPACE.match(text, start)
    return match.end() if match else start


def _refuse_constant(word: str) -> object:
    raise ValueError(f"{word} is no JSON number")
