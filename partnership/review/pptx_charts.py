"""Native charts on slides: their numbers stand in a workbook inside and can be changed there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_MARK,
)
from pptx.enum.chart import XL_TICK_LABEL_POSITION as XL_LABELS
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt
from xlsxwriter import Workbook

from partnership import palette
from partnership.downloads import OPTIONS
from partnership.review import legends, plotted
from partnership.review.boxes import Box
from partnership.review.plotted import Plot
from partnership.review.pptx_targets import draw_target

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
FORMATS = {"0%": "0\\ %", "0": "#,##0", "0.0": "#,##0.0"}
POSITIONS = {
    "t": XL_LABEL_POSITION.ABOVE,
    "b": XL_LABEL_POSITION.BELOW,
    "ctr": XL_LABEL_POSITION.CENTER,
    "inBase": XL_LABEL_POSITION.INSIDE_BASE,
    "inEnd": XL_LABEL_POSITION.INSIDE_END,
    "outEnd": XL_LABEL_POSITION.OUTSIDE_END,
}
NO_DAY = datetime(1980, 1, 1)


class _Numbers(CategoryWorkbookWriter):  # type: ignore[misc]
    """The workbook inside a chart, in which no name becomes a formula or a link."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BinaryIO) -> Iterator[tuple[Any, Any]]:
        with Workbook(xlsx_file, OPTIONS) as book:
            book.set_properties({"created": NO_DAY})
            yield book, book.add_worksheet()


class _ChartData(CategoryChartData):  # type: ignore[misc]
    @property
    def _workbook_writer(self) -> _Numbers:
        return _Numbers(self)


def add_chart(slide: Any, plot: Plot, name: str, broad: float) -> Any:
    """The chart on the slide, with words for those who can't see it; `broad` is how much wider its
    letters may be than those measured."""
    data = _ChartData(number_format=FORMATS[plot.chart.number_format])
    data.categories = plot.chart.categories
    for series in plot.chart.series:
        data.add_series(series.name, series.values)
    place = [Pt(value) for value in plot.box]
    frame = slide.shapes.add_chart(_kind(plot), *place, data)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plot.chart.alt)
    _dress(frame.chart, plot, broad)
    if plot.chart.target is not None:
        draw_target(frame.chart, plot)
    return frame


def _kind(plot: Plot) -> Any:
    if plot.chart.kind == "line":
        return XL_CHART_TYPE.LINE_MARKERS
    if plot.is_horizontal:
        return XL_CHART_TYPE.BAR_STACKED if plot.is_stacked else XL_CHART_TYPE.BAR_CLUSTERED
    return XL_CHART_TYPE.COLUMN_STACKED if plot.is_stacked else XL_CHART_TYPE.COLUMN_CLUSTERED


def _dress(chart: Any, plot: Plot, broad: float) -> None:
    chart.font.size = Pt(plotted.LABEL_SIZE)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    _title(chart, plot)
    chart.has_legend = bool(plot.legend)
    if plot.legend:
        _legend(chart, plot, broad)
    _axes(chart, plot)
    space = chart._chartSpace
    _set_layout(space.find(f".//{{{C}}}plotArea"), plot.area, "inner")
    drawn = chart.plots[0]
    drawn.vary_by_categories = False
    if plot.chart.kind != "line":
        bars = 1 if plot.is_stacked or plot.one_a_category else len(plot.chart.series)
        drawn.gap_width = min(500, round(100 * plot.gap))
        drawn.overlap = 100 if bars == 1 else -8
    for number, series in enumerate(drawn.series):
        _series(series, number, plot)


def _title(chart: Any, plot: Plot) -> None:
    chart.has_title = True
    frame = chart.chart_title.text_frame
    frame.text = plot.chart.axis_title
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(plotted.TITLE_SIZE), False
    font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    title = chart._chartSpace.find(f".//{{{C}}}title")
    _set_layout(title, Box(0.0, 0.0, 0.0, 0.0))
    chart.chart_title.include_in_layout = False


def _legend(chart: Any, plot: Plot, broad: float) -> None:
    legend = chart.legend
    legend.include_in_layout = False
    legend.font.size = Pt(plotted.LABEL_SIZE)
    legend.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    legend.position = XL_LEGEND_POSITION.TOP
    top = plotted.TITLE_HEIGHT / plot.box.height
    width = broad * legends.width(plot.legend) / plot.box.width
    place = Box(0.0, top, min(width, 1.0), legends.height(plot.legend) / plot.box.height)
    _set_layout(legend._element, place)


def _axes(chart: Any, plot: Plot) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    names.format.line.color.rgb = RGBColor.from_string(palette.PALE.lstrip("#"))
    names.tick_label_position = XL_LABELS.LOW
    names.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    names.reverse_order = plot.is_horizontal
    values.minimum_scale, values.maximum_scale = plot.low, plot.high
    has_scale = not plot.labels_values and not plot.is_horizontal
    values.has_major_gridlines = values.visible = has_scale
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    values.tick_labels.number_format = FORMATS[plot.chart.number_format]
    values.tick_labels.number_format_is_linked = False
    if has_scale:
        line = values.major_gridlines.format.line
        line.color.rgb, line.width = RGBColor.from_string("E3E7EC"), Pt(0.5)


def _series(series: Any, number: int, plot: Plot) -> None:
    rgb = RGBColor.from_string(plot.colours[number].lstrip("#"))
    if plot.chart.kind == "line":
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = rgb, Pt(2.25)
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb
        series.marker.format.line.color.rgb = rgb
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb
        if not plot.is_stacked:
            # Its edge is all that is seen of a bar of nothing.
            series.format.line.color.rgb, series.format.line.width = rgb, Pt(1.5)
        series.invert_if_negative = False
    if plot.labels_values:
        _value_labels(series, number, plot)


def _value_labels(series: Any, number: int, plot: Plot) -> None:
    """Every number where it has room: `plot` says where that is."""
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = FORMATS[plot.chart.number_format], False
    labels.font.size, labels.font.bold = Pt(plot.value_size), not plot.is_stacked
    labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    usual = {"line": "t"}.get(plot.chart.kind, "ctr" if plot.is_stacked else "outEnd")
    labels.position = POSITIONS[usual]
    inside = RGBColor.from_string(palette.text_on(plot.colours[number]).lstrip("#"))
    if plot.is_stacked:
        labels.font.color.rgb = inside
    for point, place in reversed(list(enumerate(plot.places(number)))):
        if place == "":
            labels._element.insert(0, parse_xml(
                f'<c:dLbl xmlns:c="{C}"><c:idx val="{point}"/><c:delete val="1"/></c:dLbl>'
            ))  # fmt: skip
        elif place != usual:
            label = series.points[point].data_label
            label.position = POSITIONS[place]
            label.font.size, label.font.bold = Pt(plot.value_size), True
            if place == "inEnd":
                label.font.color.rgb = inside
            if place == "inBase":
                label.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _set_layout(of: Any, place: Any, target: str = "") -> None:
    """Where a part of a chart stands, as fractions of the chart; no size where it has none."""
    aims = f'<c:layoutTarget val="{target}"/>' if target else ""
    size = f'<c:w val="{place.width:.5f}"/><c:h val="{place.height:.5f}"/>' if place.width else ""
    layout = parse_xml(
        f'<c:layout xmlns:c="{C}"><c:manualLayout>{aims}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{place.left:.5f}"/><c:y val="{place.top:.5f}"/>{size}</c:manualLayout>'
        "</c:layout>"
    )
    old = of.find(f"{{{C}}}layout")
    if old is not None:
        of.replace(old, layout)
        return
    # The schema wants it after the text of a title, the position of a legend, first in a plot.
    before = [of.find(f"{{{C}}}{name}") for name in ("tx", "legendPos")]
    after = next((each for each in before if each is not None), None)
    of.insert(0, layout) if after is None else after.addnext(layout)
