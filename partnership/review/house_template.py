"""Our own template for slides, written by code: `python -m partnership.review.house_template`.

A company makes its own from it: colours, fonts, a logo and the places may change, the names of the
placeholders stay.
"""

import re
from io import BytesIO
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from partnership import palette
from partnership.labels import review_files as words
from partnership.review.packed import packed

FILE = Path(__file__).with_name("template.pptx")
WIDTH, HEIGHT, MARGIN = 960, 540, 44
FONT = "Arial"
# Text, second text, grounds; then the accents in the order of the charts.
COLOURS = {
    "dk1": palette.DARK_TEXT,
    "lt1": palette.LIGHT_TEXT,
    "dk2": palette.INK["light"],
    "lt2": "#EEF1F5",
    **{f"accent{n}": colour for n, colour in enumerate(palette.SEQUENCE[:6], start=1)},
    "hlink": palette.BLUE,
    "folHlink": palette.BLUE,
}
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Box = tuple[float, float, float, float]
WIDE = WIDTH - 2 * MARGIN
# Where things are on a slide, in points: left, top, width, height.
FOOTER: Box = (MARGIN, 504, WIDE - 90, 26)
PAGE: Box = (WIDTH - MARGIN - 90, 504, 90, 26)
SLIDE: dict[str, Box] = {
    words.TOPIC_PLACE: (MARGIN, 24, WIDE, 20),
    words.HEADLINE_PLACE: (MARGIN, 44, WIDE, 66),
    words.MESSAGE_PLACE: (MARGIN, 112, WIDE, 40),
    words.MAIN_PLACE: (MARGIN, 162, WIDE, 308),
    words.BASIS_PLACE: (MARGIN, 474, WIDE, 20),
}
COVER: dict[str, Box] = {
    words.TOPIC_PLACE: (MARGIN + 28, 120, WIDE - 56, 24),
    words.HEADLINE_PLACE: (MARGIN + 28, 150, WIDE - 56, 110),
    words.MESSAGE_PLACE: (MARGIN + 28, 268, WIDE - 56, 30),
    words.MAIN_PLACE: (MARGIN + 28, 322, WIDE - 56, 140),
}
# Size, colour, whether bold and where in its box the text stands.
LOOKS = {
    words.TOPIC_PLACE: (13, "accent1", True, "b"),
    words.HEADLINE_PLACE: (26, "tx1", True, "t"),
    words.MESSAGE_PLACE: (16, "tx2", False, "t"),
    words.MAIN_PLACE: (14, "tx1", False, "t"),
    words.BASIS_PLACE: (12, "tx2", False, "b"),
}
COVER_LOOKS = LOOKS | {
    words.TOPIC_PLACE: (16, "accent1", True, "b"),
    words.HEADLINE_PLACE: (40, "tx1", True, "t"),
    words.MESSAGE_PLACE: (20, "tx2", False, "t"),
    words.MAIN_PLACE: (14, "tx2", False, "t"),
}


def template() -> bytes:
    """The file, the same bytes every time."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    # It was a template of 4 by 3.
    deck.part._element.find(f"{{{_p()}}}sldSz").attrib.pop("type", None)
    layouts = deck.slide_layouts
    for layout in list(layouts)[2:]:
        layouts.remove(layout)
    _fill(deck.slide_master, _master())
    master = deck.slide_master._element
    master.replace(master.find(f"{{{_p()}}}txStyles"), parse_xml(_styles()))
    bar = _rectangle(3, (MARGIN, 124, 5, 338), "accent1")
    rule = _rectangle(3, (MARGIN, 499, WIDE, 0.75), "bg2")
    for layout, name, kind, places, looks, decor in (
        (layouts[0], words.COVER_LAYOUT, "title", COVER, COVER_LOOKS, bar),
        (layouts[1], words.SLIDE_LAYOUT, "titleOnly", SLIDE, LOOKS, rule),
    ):
        _fill(layout, decor + _places(places, looks) + _feet())
        layout._element.set("type", kind)
        layout._element.cSld.set("name", name)
    _dress(deck)
    target = BytesIO()
    deck.save(target)
    return packed(target.getvalue())


def _p() -> str:
    return "http://schemas.openxmlformats.org/presentationml/2006/main"


def _fill(of: object, shapes: str) -> None:
    """Put these shapes in the place of all others."""
    tree = of._element.cSld.spTree  # type: ignore[attr-defined]
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for shape in parse_xml(f"<p:spTree {NAMES}>{shapes}</p:spTree>"):
        tree.append(shape)


def _places(places: dict[str, Box], looks: dict[str, tuple[int, str, bool, str]]) -> str:
    return "".join(
        _place(10 + n, name, 'type="title"' if name == words.HEADLINE_PLACE
               else f'type="body" sz="quarter" idx="{12 + n}"', box, looks[name])
        for n, (name, box) in enumerate(places.items())
    )  # fmt: skip


def _place(number: int, name: str, kind: str, box: Box, look: tuple[int, str, bool, str]) -> str:
    size, colour, is_bold, anchor = look
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f'<a:noAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l">'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{100 * size}" b="{int(is_bold)}"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        f"<a:p><a:r><a:rPr/><a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _feet() -> str:
    small = (9, "tx2", False, "t")
    page = _place(31, words.PAGE_PLACE, 'type="sldNum" sz="quarter" idx="32"', PAGE, small)
    number = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr/>'
    page = page.replace("<a:r><a:rPr/>", number).replace("</a:r>", "</a:fld>")
    page = page.replace('indent="0" algn="l"', 'indent="0" algn="r"')
    return _place(30, words.FOOTER_PLACE, 'type="ftr" sz="quarter" idx="31"', FOOTER, small) + page


def _master() -> str:
    return (
        _place(2, words.HEADLINE_PLACE, 'type="title"', SLIDE[words.HEADLINE_PLACE],
               LOOKS[words.HEADLINE_PLACE])
        + _place(3, words.MAIN_PLACE, 'type="body" idx="1"', SLIDE[words.MAIN_PLACE],
                 LOOKS[words.MAIN_PLACE])
        + _feet().replace('idx="31"', 'idx="3"').replace('idx="32"', 'idx="4"')
    )  # fmt: skip


def _styles() -> str:
    level = (
        '<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{size}" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="{font}"/>'
        "</a:defRPr></a:lvl1pPr>"
    )
    title, body = (level.format(size=size, font=font)
                   for size, font in ((2600, "+mj-lt"), (1400, "+mn-lt")))  # fmt: skip
    return (
        f"<p:txStyles {NAMES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}"
        f"</p:bodyStyle><p:otherStyle>{body}</p:otherStyle></p:txStyles>"
    )


def _rectangle(number: int, box: Box, colour: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{words.DECOR}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame(box)}<a:prstGeom prst="rect">'
        f'<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _frame(box: Box) -> str:
    x, y, width, height = (int(Pt(value)) for value in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _dress(deck: Deck) -> None:
    """Our colours and font as the theme of the deck."""
    part = deck.slide_master.part.part_related_by(RT.THEME)
    theme = etree.fromstring(part.blob)
    for name, colour in COLOURS.items():
        holder = theme.find(f".//{A}clrScheme/{A}{name}")
        holder[:] = [etree.Element(f"{A}srgbClr", val=colour.lstrip("#"))]
    for latin in theme.iterfind(f".//{A}fontScheme//{A}latin"):
        latin.set("typeface", FONT)
    text = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    part._blob = re.sub(rb'name="Office[^"]*"', f'name="{words.THEME}"'.encode(), text)


if __name__ == "__main__":
    FILE.write_bytes(template())
