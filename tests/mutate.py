"""Seeded damage as it happens to exports: bytes, fields, lines, encodings and quotes."""

import random
from collections.abc import Callable

Mutator = Callable[[bytes, random.Random], bytes]
WORDS = ["Fitter", "Prüfer, senior", 'the "new" site', "#7", "", "2026-01-05", "01/02/2026", "1E5"]
NOTES = [
    "",
    "called back",
    "two\nlines",
    "a\n\nlonger\nnote, with\ncommas\nand\nlines",
    'said "yes"',
]


def regular_csv(chance: random.Random, delimiter: str = ",", ending: str = "\n") -> bytes:
    """A well-formed file of 3 to 7 columns and up to 40 rows, quoted only where it must be."""
    width = chance.randint(3, 7)
    rows = [[f"column {n}" for n in range(width)]]
    for number in range(chance.randint(0, 40)):
        middle = [chance.choice(WORDS) for _ in range(width - 2)]
        rows.append([f"id{number:04}", *middle, chance.choice(NOTES)])
    lines = [delimiter.join(_quoted(field, delimiter) for field in row) + ending for row in rows]
    return "".join(lines).encode()


def _quoted(field: str, delimiter: str) -> str:
    needs_quotes = any(character in field for character in ('"', "\n", "\r", delimiter))
    return '"' + field.replace('"', '""') + '"' if needs_quotes else field


def _at(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _cut(content: bytes, chance: random.Random) -> bytes:
    place = _at(content, chance)
    return content[:place] + content[place + chance.randint(1, 3) :]


def _put(content: bytes, chance: random.Random, piece: bytes) -> bytes:
    place = _at(content, chance)
    return content[:place] + piece + content[place:]


def _flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _lines(content: bytes, change: Callable[[list[bytes]], object]) -> bytes:
    lines = content.splitlines(keepends=True)
    change(lines)
    return b"".join(lines)


def _drop_line(content: bytes, chance: random.Random) -> bytes:
    return _lines(content, lambda lines: lines.pop(chance.randrange(len(lines))))


def _repeat_line(content: bytes, chance: random.Random) -> bytes:
    return _lines(content, lambda lines: lines.append(chance.choice(lines)))


def _shuffle_lines(content: bytes, chance: random.Random) -> bytes:
    return _lines(content, chance.shuffle)


def _join_lines(content: bytes, chance: random.Random) -> bytes:
    place = content.find(b"\n", _at(content, chance))
    return content[:place] + content[place + 1 :] if place >= 0 else content


def _lose_quote(content: bytes, chance: random.Random) -> bytes:
    quotes = [place for place, byte in enumerate(content) if byte == ord('"')]
    place = chance.choice(quotes) if quotes else -1
    return content[:place] + content[place + 1 :] if quotes else content


def _mix_endings(content: bytes, chance: random.Random) -> bytes:
    return b"".join(
        line.rstrip(b"\r\n") + chance.choice([b"\n", b"\r\n", b"\r"])
        for line in content.splitlines(keepends=True)
    )


def _recode(codec: str) -> Mutator:
    return lambda content, _: content.decode("utf-8", "replace").encode(codec, "replace")


def _insert(*pieces: bytes) -> Mutator:
    return lambda content, chance: _put(content, chance, chance.choice(pieces))


MUTATORS: dict[str, Mutator] = {
    "flip bits": _flip,
    "cut bytes": _cut,
    "cut off the end": lambda content, chance: content[: _at(content, chance)],
    "insert bytes": _insert(b"\xff", b"\xc3", b"\x1a", b"\t", b" ", b"\xe2\x80\xa8", b"\x0b"),
    "insert a delimiter": _insert(b",", b",,", b";", b"|"),
    "insert a quote": _insert(b'"'),
    "insert two quotes": _insert(b'""', b'","', b'"x"'),
    "lose a quote": _lose_quote,
    "insert a line break": _insert(b"\n", b"\r", b"\r\n", b"\n\n"),
    "insert a long field": lambda content, chance: _put(content, chance, b"x" * 200_000),
    "insert a footer": _insert(b"\nTotal: 5\n", b"\n# note\n", b"\n,,,\n"),
    "drop a line": _drop_line,
    "repeat a line": _repeat_line,
    "shuffle lines": _shuffle_lines,
    "join two lines": _join_lines,
    "mix line endings": _mix_endings,
    "add a byte order mark": lambda content, _: b"\xef\xbb\xbf" + content,
    "recode as UTF-16": _recode("utf-16"),
    "recode as UTF-16 without a mark": _recode("utf-16-be"),
    "recode as Latin-1": _recode("latin-1"),
}


def mutated_csv(seed: int) -> tuple[str, bytes]:
    """What was done, and the damaged file; the same for the same seed."""
    chance = random.Random(seed)
    content = _undamaged(chance)
    names = chance.sample(list(MUTATORS), chance.choice([0, 1, 1, 1, 2, 3]))
    for name in names:
        content = MUTATORS[name](content, chance) or content
    return ", then ".join(names) or "nothing", content


def header_of(seed: int) -> str:
    """The header line of that file as it was before."""
    return _undamaged(random.Random(seed)).decode().splitlines()[0]


def _undamaged(chance: random.Random) -> bytes:
    return regular_csv(chance, chance.choice(",,,;\t|"), chance.choice(["\n", "\n", "\r\n"]))
