"""The line of a target inside a native chart: it stays on its value when the chart is moved."""

from typing import Any
from xml.sax.saxutils import escape

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from partnership.review import plotted
from partnership.review.plotted import Plot

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:c="{C}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"'
)
KIND = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"


def draw_target(chart: Any, plot: Plot) -> None:
    """The target as a dashed line across the chart, with its name."""
    area, box = plot.area, plot.box
    at = plot.fraction(float(plot.chart.target or 0.0))
    name = plotted.target_name(plot.chart)
    if plot.is_horizontal:
        x = area.left + at * area.width
        half = plotted.target_width(plot.chart) / box.width / 2
        over = 16 / box.height
        left = min(max(x - half, 0.0), 1.0 - 2 * half)
        line = (x, area.top - 2 / box.height, x, area.bottom)
        text = (left, area.top - over - 2 / box.height, left + 2 * half, area.top - 2 / box.height)
    else:
        y = area.bottom - at * area.height
        half = 9 / box.height
        line = (area.left, y, area.right, y)
        text = (area.right + 4 / box.width, y - half, 1.0, y + half)
    number = chart.part.partname.filename.removeprefix("chart").removesuffix(".xml")
    part = Part(
        PackURI(f"/ppt/drawings/drawing{number}.xml"),
        KIND,
        chart.part.package,
        _shapes(line, text, name, "ctr" if plot.is_horizontal else "l").encode(),
    )
    key = chart.part.relate_to(part, RT.CHART_USER_SHAPES)
    chart._chartSpace.append(parse_xml(f'<c:userShapes xmlns:c="{C}" xmlns:r="{R}" r:id="{key}"/>'))


def _shapes(line: tuple[float, ...], text: tuple[float, ...], name: str, align: str) -> str:
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:userShapes {NAMES}>'
        f"<cdr:relSizeAnchor>{_ends(line)}"
        f'<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="2" name="{escape(name)}"/>'
        "<cdr:cNvCxnSpPr/></cdr:nvCxnSpPr><cdr:spPr>"
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="15875">{ink}<a:prstDash val="sysDash"/></a:ln></cdr:spPr></cdr:cxnSp>'
        f"</cdr:relSizeAnchor><cdr:relSizeAnchor>{_ends(text)}"
        f'<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="3" name="{escape(name)}"/>'
        '<cdr:cNvSpPr txBox="1"/></cdr:nvSpPr><cdr:spPr><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom><a:noFill/></cdr:spPr><cdr:txBody>"
        '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" wrap="none"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="{align}"/><a:r><a:rPr sz="{100 * plotted.LABEL_SIZE:.0f}">{ink}'
        '<a:latin typeface="+mn-lt"/></a:rPr>'
        f"<a:t>{escape(name)}</a:t></a:r></a:p></cdr:txBody></cdr:sp></cdr:relSizeAnchor>"
        "</c:userShapes>"
    )


def _ends(place: tuple[float, ...]) -> str:
    x, y, to_x, to_y = place
    return (
        f"<cdr:from><cdr:x>{x:.5f}</cdr:x><cdr:y>{y:.5f}</cdr:y></cdr:from>"
        f"<cdr:to><cdr:x>{to_x:.5f}</cdr:x><cdr:y>{to_y:.5f}</cdr:y></cdr:to>"
    )
