"""How wide text is and how many lines it takes, measured with a real font."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

FONTS = Path(__file__).with_name("fonts")
REGULAR, BOLD = FONTS / "LiberationSans-Regular.ttf", FONTS / "LiberationSans-Bold.ttf"
# The size at which letters are measured; widths grow with the size.
MEASURED_AT = 200
# A line is so much higher than its letters' size. Arial's own measure is 1.15.
LINE = 1.2
# Signs from here on (Chinese, Japanese, Korean, pictures) may be as wide as they are high.
SQUARE_FROM = 0x2E80
CUT = "…"


class Fitted(NamedTuple):
    """Text and the size in points at which it fits."""

    text: str
    size: float
    lines: int


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points."""
    return _wide(text, bold) * size


def lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text broken as it will be: at spaces, and inside a word only where it is too long."""
    return [line for part in text.split("\n") for line in _broken(part, size, room, bold)]


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """How high the text stands in so much room."""
    return len(lines(text, size, room, bold=bold)) * size * LINE


def fit(
    text: str, room: float, high: float, sizes: tuple[float, ...], *, bold: bool = False
) -> Fitted:
    """The text at the largest of these sizes at which it fits, or at the smallest cut at a word."""
    for size in sizes:
        count = len(lines(text, size, room, bold=bold))
        if count * size * LINE <= high + 0.01:
            return Fitted(text, size, count)
    most = max(1, int((high + 0.01) / (sizes[-1] * LINE)))
    return Fitted(cut(text, sizes[-1], room, most, bold=bold), sizes[-1], most)


def cut(text: str, size: float, room: float, most: int, *, bold: bool = False) -> str:
    """So many lines of the text, with … where more would follow."""
    broken = lines(text, size, room, bold=bold)
    if len(broken) <= most:
        return text
    last = broken[most - 1].rstrip()
    while last and width(last + CUT, size, bold=bold) > room:
        shorter = last.rsplit(" ", 1)[0].rstrip() if " " in last else last[:-1]
        last = shorter
    return " ".join([*broken[: most - 1], last.rstrip(" ,;:.") + CUT])


def _broken(text: str, size: float, room: float, bold: bool) -> list[str]:
    broken, line, used = [], "", 0.0
    space = _letter(" ", bold) * size
    for word in text.split(" "):
        wide = width(word, size, bold=bold)
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            broken.append(line)
        *whole, line = _pieces(word, size, room, bold) if wide > room else [word]
        broken += whole
        used = width(line, size, bold=bold)
    return [*broken, line]


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    """A word longer than a line, in pieces that are not."""
    pieces, piece, used = [], "", 0.0
    for letter in word:
        wide = _letter(letter, bold) * size
        if piece and used + wide > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + letter, used + wide
    return [*pieces, piece]


@lru_cache(maxsize=65_536)
def _wide(text: str, bold: bool) -> float:
    """The width at size 1; the same words and cells are measured at many sizes."""
    return sum(_letter(letter, bold) for letter in text)


@lru_cache(maxsize=8192)
def _letter(letter: str, bold: bool) -> float:
    """The width of a letter at size 1."""
    wide = float(_font(bold).getlength(letter)) / MEASURED_AT
    return max(wide, 1.0) if ord(letter) >= SQUARE_FROM else wide


@lru_cache(maxsize=2)
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(BOLD if bold else REGULAR), MEASURED_AT)
