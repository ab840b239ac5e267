"""A finished slide made smaller or larger, letters and all, for templates of other sizes."""

import re
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

# Element → its attributes that are lengths or sizes of letters.
PLACES = ("x", "y", "cx", "cy")
LENGTHS = {
    "off": PLACES, "ext": PLACES, "gridCol": ("w",), "tr": ("h",), "pPr": ("marL", "indent"),
    "tcPr": ("marL", "marR", "marT", "marB"), "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "rPr": ("sz",), "defRPr": ("sz",), "endParaRPr": ("sz",), "spcPts": ("val",),
    "ln": ("w",), "lnL": ("w",), "lnR": ("w",), "lnT": ("w",), "lnB": ("w",),
}  # fmt: skip
SIZE = re.compile(rb' (sz|w)="(\d+)"')


def scale(page: Any, by: float) -> None:
    """Everything that stands on the page, and in its charts."""
    if abs(by - 1.0) < 0.001:
        return
    _scale(page.shapes._spTree, by)
    for shape in page.shapes:
        if shape.has_chart:
            _scale(shape.chart._chartSpace, by)
            for relation in shape.chart.part.rels.values():
                if relation.reltype == RT.CHART_USER_SHAPES:
                    drawn = relation.target_part
                    drawn._blob = SIZE.sub(lambda found: _sized(found, by), drawn.blob)


def _scale(tree: Any, by: float) -> None:
    for element in tree.iter("{*}*"):
        for name in LENGTHS.get(element.tag.rpartition("}")[2], ()):
            value = element.get(name)
            if value is not None:
                element.set(name, str(round(int(value) * by)))


def _sized(found: re.Match[bytes], by: float) -> bytes:
    return b' %s="%d"' % (found[1], round(int(found[2]) * by))
