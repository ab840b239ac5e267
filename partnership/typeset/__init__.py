"""PDF files: tagged, with our letters inside, the same bytes for the same data.

A template of typst is fixed; all it says comes in as data and stays text, whatever was typed.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from partnership import palette
from partnership.typeset.letters import visible
from partnership.typeset.measuring import FONTS

if TYPE_CHECKING:
    from typst import PDFStandards

FOLDER = Path(__file__).parent
# A word longer than this may be broken anywhere: no line holds it.
LONGEST_WORD = 24
BREAKABLE = "\u200b"
LONG = re.compile(rf"[^\s\u200b]{{{LONGEST_WORD + 1},}}")
# With our font alone, with this machine's too, and without the promise.
ATTEMPTS: "tuple[tuple[bool, PDFStandards], ...]" = (
    (False, ["ua-1"]),
    (True, ["ua-1"]),
    (True, []),
)
LOOK = {
    "ink": palette.DARK_TEXT,
    "second": palette.INK["light"],
    "accent": palette.FOCUS,
    "pale": palette.PALE,
    "strong": palette.GREY,
    "ground": "#EEF1F5",
}


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF file that the template `<template>.typ` makes of the data, accessible (PDF/UA-1).

    Letters that our font lacks are looked for in this machine's; where they are nowhere, the file
    is still tagged but makes no promise of being accessible.
    """
    told = {"data": json.dumps({"look": LOOK} | _breakable(dict(data)), ensure_ascii=False)}
    for with_system, standards in ATTEMPTS:
        compiler = typst.Compiler(
            FOLDER / f"{template}.typ", root=FOLDER, font_paths=_fonts(with_system)
        )
        try:
            made = compiler.compile(
                format="pdf",
                sys_inputs=told,
                pdf_standards=standards,
                timestamp=0,
            )
        except typst.TypstError as error:
            if not standards or "could not be displayed" not in str(error):
                raise
        else:
            assert isinstance(made, bytes)
            return made
    raise AssertionError("the last attempt returns or raises")


@lru_cache(maxsize=2)
def _fonts(with_system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=with_system, font_paths=[FONTS])


def _breakable(value: Any) -> Any:
    """The same in visible letters, with places to break in words too long for a line."""
    if isinstance(value, str):
        return LONG.sub(lambda found: BREAKABLE.join(_pieces(found[0])), visible(value))
    if isinstance(value, Mapping):
        return {key: _breakable(each) for key, each in value.items()}
    return [_breakable(each) for each in value] if isinstance(value, list | tuple) else value


def _pieces(word: str) -> list[str]:
    return [word[at : at + 8] for at in range(0, len(word), 8)]
