"""A sheet: one page of HTML that prints on A4 and on Letter, whatever screen it stands on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from partnership.figures import Card

# A card colours its evidence for the screen; a sheet is black on white.
COLOURED = re.compile(r":\w+\[(.*?)\]")


@dataclass(frozen=True)
class Sheet:
    """What stands on the page, from the top: a title, a sentence, numbers, blocks of short lines
    side by side, empty lines to write on, the foot."""

    title: str
    subtitle: str
    sentence: str
    headlines: str
    columns: Sequence[str]
    cards: Sequence[Card]
    blocks: Mapping[str, Sequence[str]]
    to_write: str
    to_write_columns: Sequence[str]
    foot: str
    empty_lines: int = 4


def html_of(sheet: Sheet) -> str:
    """The sheet as HTML; everything in it is text, whatever was typed."""
    blocks = "".join(_block(title, lines) for title, lines in sheet.blocks.items())
    sentence = f'<p class="sentence">{_text(sheet.sentence)}</p>' if sheet.sentence else ""
    return (
        f'<article class="sheet"><header><h2>{_text(sheet.title)}</h2>'
        f"<p>{_text(sheet.subtitle)}</p></header>{sentence}"
        f"<section><h3>{_text(sheet.headlines)}</h3>{_numbers(sheet)}</section>"
        f'<div class="blocks">{blocks}</div>'
        f"<section><h3>{_text(sheet.to_write)}</h3>{_lines_to_write_on(sheet)}</section>"
        f"<footer>{_text(sheet.foot)}</footer></article>"
    )


def _numbers(sheet: Sheet) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_text(card.label)}</th><td class="value">{_text(card.value)}</td>'
        + "".join(
            f"<td>{_text(said)}</td>"
            for said in (card.basis, _range_alone(card.likely), card.target, card.evidence)
        )
        + "</tr>"
        for card in sheet.cards
    )
    return f"<table>{_heads(sheet.columns)}<tbody>{rows}</tbody></table>"


def _lines_to_write_on(sheet: Sheet) -> str:
    line = "<tr>" + "<td></td>" * len(sheet.to_write_columns) + "</tr>"
    body = line * sheet.empty_lines
    return f'<table class="to-write">{_heads(sheet.to_write_columns)}<tbody>{body}</tbody></table>'


def _block(title: str, lines: Sequence[str]) -> str:
    items = "".join(f"<li>{_text(line)}</li>" for line in lines)
    return f"<section><h3>{_text(title)}</h3><ul>{items}</ul></section>"


def _heads(columns: Sequence[str]) -> str:
    heads = "".join(f'<th scope="col">{_text(column)}</th>' for column in columns)
    return f"<thead><tr>{heads}</tr></thead>"


def _range_alone(likely: str) -> str:
    """The range alone, under a heading that names it."""
    return re.sub(r"^\D+", "", likely)


def _text(said: str) -> str:
    return escape(COLOURED.sub(r"\1", said))
