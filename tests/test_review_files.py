"""The review's files: every number in each, no text larger than its box, nothing that runs, nothing
about who made them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hostile import FORMULAS, MARKUP
from how_many import IS_FULL, seeds
from lxml import etree
from made_review import REVIEW, SEARCHES, slide
from openpyxl import load_workbook
from overflow import overflows
from pptx import Presentation
from pptx.util import Pt
from pypdf import PdfReader
from review_reading import (
    charts,
    deck_of,
    inside,
    lacking_in_deck,
    lacking_in_pdf,
    lacking_in_workbook,
    pdf_text,
    squeezed,
    texts,
)

from partnership import review as reviews
from partnership.errors import UnknownFormat, UnusableTemplate
from partnership.labels import review_files as words
from partnership.review import drawn as drawing
from partnership.review import house_template, patterns, plotted, templates
from partnership.review.boxes import Box
from partnership.review.model import Chart, Review, Series, Slide, Table
from partnership.review.pdf import pages
from partnership.review.pptx import deck
from partnership.review.saying import plain
from partnership.review.xlsx import workbook

MAKERS = {"pptx": deck, "pdf": pages, "xlsx": workbook}
READERS = {"pptx": lacking_in_deck, "pdf": lacking_in_pdf, "xlsx": lacking_in_workbook}
LONG = "Unterschiedlichste Wiedervorlagen " * 8
CELLS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LIVING = {
    "hlinkClick",
    "hlinkHover",
    "hyperlink",
    "hyperlinks",
    "oleObj",
    "fldSimple",
    "ddeLink",
    "script",
}
WORD = "Donaudampfschifffahrtsgesellschaft" * 6


@pytest.fixture(scope="module")
def slides() -> bytes:
    return deck(REVIEW)


@pytest.fixture(scope="module")
def paper() -> bytes:
    return pages(REVIEW)


# --- what they say ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", MAKERS)
def test_every_text_and_number_of_the_review_is_in_each_format(
    kind: str, slides: bytes, paper: bytes
) -> None:
    made = {"pptx": slides, "pdf": paper}.get(kind) or workbook(REVIEW)
    assert READERS[kind](REVIEW, made) == []
    changed = replace(
        REVIEW, slides=(replace(REVIEW.slides[0], headline="Not in it"), *REVIEW.slides[1:])
    )
    assert READERS[kind](changed, made) == ["Not in it"]


def test_the_same_review_gives_the_same_bytes(slides: bytes, paper: bytes) -> None:
    assert deck(REVIEW) == slides and pages(REVIEW) == paper
    assert workbook(REVIEW) == workbook(REVIEW)


def test_every_slide_carries_agency_dates_origin_and_its_number_of_all(slides: bytes) -> None:
    for number, page in enumerate(deck_of(slides).slides, start=1):
        written = squeezed("\n".join(texts(page)))
        for said in ("Northgate", "1 Jul – 30 Sep 2026", REVIEW.build, REVIEW.version,
                     REVIEW.confidentiality, f"{number} of {len(REVIEW.slides) + 1}"):  # fmt: skip
            assert squeezed(said) in written


def test_every_page_of_the_pdf_file_carries_them_too(paper: bytes) -> None:
    for page in PdfReader(BytesIO(paper)).pages:
        written = squeezed(page.extract_text())
        assert squeezed("as of 30 Sep 2026") in written and REVIEW.build in written


def test_charts_and_tables_have_words_for_those_who_can_not_see_them(slides: bytes) -> None:
    for told, page in zip(REVIEW.slides, list(deck_of(slides).slides)[1:], strict=True):
        for shape in page.shapes:
            if shape.has_chart or shape.has_table:
                described = shape._element.nvGraphicFramePr.cNvPr.get("descr")
                assert described == told.chart.alt if shape.has_chart else told.topic in described


def test_notes_tell_the_rule_and_the_filters(slides: bytes) -> None:
    for told, page in zip(REVIEW.slides, list(deck_of(slides).slides)[1:], strict=True):
        notes = page.notes_slide.notes_text_frame.text
        assert told.definition in notes and told.filters in notes


def test_the_pdf_file_is_tagged_and_says_that_it_is_accessible(paper: bytes) -> None:
    root: Any = PdfReader(BytesIO(paper)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"] == "en"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    alternatives = [chart.alt for told in REVIEW.slides if (chart := told.chart)]
    assert _alternatives(root["/StructTreeRoot"]) == alternatives


def _alternatives(node: Any) -> list[str]:
    """The words for pictures, in the order of reading."""
    node = node.get_object()
    if isinstance(node, list):
        return [text for each in node for text in _alternatives(each)]
    if not hasattr(node, "get") or isinstance(node, int):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + (_alternatives(node["/K"]) if "/K" in node else [])


def test_numbers_of_the_workbook_are_numbers() -> None:
    book = load_workbook(BytesIO(workbook(REVIEW)))
    head, row = (list(book["Time to fill"][at]) for at in (1, 2))
    at = [cell.value for cell in head].index("Filled share")
    assert [cell.value for cell in row[:2]] == ["Northgate", "Time to fill"]
    assert row[at].value == 0.47 and row[at].number_format == "0.0 %"
    assert row[2].value.date() == REVIEW.slides[2].figures[0].period_start
    assert row[3].value.day == 30, "the last day of the quarter, not the first of the next"
    shares = [cell for sheet in book for line in sheet for cell in line if cell.value == 0.52]
    assert shares and all(cell.data_type == "n" and "%" in cell.number_format for cell in shares)


def test_what_has_no_room_on_a_slide_is_in_its_notes(slides: bytes) -> None:
    page = list(deck_of(slides).slides)[7]
    shown = [cell.text for shape in page.shapes if shape.has_table
             for row in shape.table.rows for cell in row.cells]  # fmt: skip
    last = SEARCHES.rows[-1][0]
    assert last not in shown and last in page.notes_slide.notes_text_frame.text
    assert any(text.startswith("… and ") for text in shown)


# --- nothing overflows --------------------------------------------------------------------------


def crowded() -> Review:
    """Everything longer than anybody would type."""
    chart = Chart(
        "bar",
        tuple(f"{LONG}{n}" for n in range(9)),
        tuple(Series(f"{WORD}{n}", tuple(0.1 * n for n in range(9)), "other") for n in range(3)),
        "0%",
        LONG,
        LONG,
        target=0.95,
    )
    table = Table(
        tuple(f"Heading {n} {WORD if n == 2 else ''}" for n in range(8)),
        tuple(
            tuple(LONG if (row + n) % 5 == 0 else f"{row} {n}" for n in range(8))
            for row in range(30)
        ),
        right=(3, 4),
    )
    points = tuple(LONG for _ in range(12))
    parts: list[dict[str, Any]] = [
        {}, {"points": points}, {"table": table}, {"table": table, "points": points},
        {"chart": chart}, {"chart": chart, "table": table, "points": points},
        {"chart": replace(chart, kind="column"), "table": table},
        {"chart": replace(chart, kind="line"), "points": points},
        {"chart": replace(chart, kind="stacked"), "points": (WORD,)},
    ]  # fmt: skip
    long = {"message": LONG * 3, "comment": LONG * 4, "basis": LONG, "topic": LONG, "source": LONG}
    made = tuple(
        slide(f"s{n}", LONG if n % 2 else WORD * 4, **long | part) for n, part in enumerate(parts)
    )
    return replace(REVIEW, agency=WORD, quarter_label=LONG, filters=LONG * 2, slides=made)


def test_no_text_leaves_its_box_and_no_box_covers_another(slides: bytes) -> None:
    assert overflows(deck_of(slides)) == []


def test_neither_does_text_that_is_far_too_long() -> None:
    made = deck_of(deck(crowded()))
    assert overflows(made) == []
    for told, page in zip(crowded().slides, list(made.slides)[1:], strict=True):
        notes = squeezed(page.notes_slide.notes_text_frame.text)
        assert squeezed(told.headline) in notes and squeezed(told.comment) in notes


def test_text_that_is_too_long_is_found(slides: bytes) -> None:
    planted = deck_of(slides)
    page = planted.slides[2]
    headline = next(shape for shape in page.shapes if shape.name == words.HEADLINE_PLACE)
    headline.text_frame.paragraphs[0].runs[0].font.size = Pt(90)
    table = next(shape for shape in page.shapes if shape.has_table)
    table.table.cell(1, 0).text_frame.paragraphs[0].runs[0].text = LONG
    table.top += Pt(300)
    found = "\n".join(overflows(planted))
    assert "Headline needs" in found and "cell needs" in found and "Table leaves the slide" in found


# --- and it is read with ease -------------------------------------------------------------------

NOTHING = Chart("bar", ("HR", "Both"), (Series("Points", (0.0, 3.0)),), "0", "Points", "Bars")


def test_a_long_comment_leaves_the_chart_its_room() -> None:
    """Where chart, table and points share a slide, as on the one of time and replies."""
    rows = tuple((f"Feedback after interviews, place {n}", *"1234") for n in range(6))
    table = Table(tuple(f"Measure {n}" for n in range(5)), rows)
    crowd = slide("s", "Answers", chart=REVIEW.slides[3].chart, table=table, points=("Of it",) * 2)
    told = (crowd, replace(crowd, comment=LONG * 3))
    without, beside = list(deck_of(deck(replace(REVIEW, slides=told))).slides)[1:]
    assert charts(beside)[0].height == charts(without)[0].height > Pt(120)
    assert charts(beside)[0].width > 0.6 * charts(without)[0].width
    full = replace(crowd, comment=(LONG * 2)[:350], table=replace(table, rows=(*rows, *rows)[:10]))
    made = pages(replace(REVIEW, slides=(full,)))
    assert len(PdfReader(BytesIO(made)).pages) == 2, "and no page of the PDF file for what is left"


def test_a_bar_of_nothing_is_seen_and_says_0() -> None:
    made = deck_of(deck(replace(REVIEW, slides=(slide("s", "None", chart=NOTHING),))))
    (drawn,) = charts(made.slides[1])
    (series,) = drawn.chart.plots[0].series
    assert series.format.line.width == Pt(1.5) and series.data_labels.show_value
    assert series.format.line.color.rgb == series.format.fill.fore_color.rgb
    for kind in ("bar", "stacked"):
        one = plotted.plot(replace(NOTHING, kind=kind), Box(0, 0, 400, 200))
        assert one.places(0)[0], kind
        marks = drawing.marks(one)
        assert [mark for mark in marks if mark["mark"] == "text" and mark["text"] == "0"], kind
    bars = [mark for mark in drawing.marks(plotted.plot(NOTHING, Box(0, 0, 400, 200)))
            if mark["mark"] == "rect"]  # fmt: skip
    assert len(bars) == 2 and min(bars[0]["w"], bars[0]["h"]) > 1


def test_nobody_needs_glasses(slides: bytes) -> None:
    """All but the foot and its number is in 12 points or more."""
    for page in deck_of(slides).slides:
        frames = [
            frame
            for shape in page.shapes
            if shape.name not in (words.FOOTER_PLACE, words.PAGE_PLACE)
            for frame in _frames(shape)
        ]
        sizes = [run.font.size for frame in frames for line in frame.paragraphs
                 for run in line.runs]  # fmt: skip
        assert sizes and min(sizes) >= Pt(12)


def _frames(shape: Any) -> list[Any]:
    if shape.has_table:
        return [cell.text_frame for row in shape.table.rows for cell in row.cells]
    return [shape.text_frame] if shape.has_text_frame else []


# --- nothing runs, nothing tells ----------------------------------------------------------------


def hostile(turn: int) -> Review:
    """Every payload as a cell, and as a category, point, headline or more; by turns as each."""
    payloads = FORMULAS + MARKUP
    payloads = payloads[turn:] + payloads[:turn]
    groups = [payloads[at : at + 16] for at in range(0, len(payloads), 16)]
    made = tuple(
        slide(
            f"h{number}", group[0], topic=group[1 % len(group)], message=group[2 % len(group)],
            comment=group[3 % len(group)], basis=group[4 % len(group)], definition=group[-1],
            filters=group[-1], source=group[5 % len(group)], points=group[6:8],
            chart=Chart("column", group[:8], (Series(group[0], (1,) * len(group[:8])),), "0",
                        group[0], group[1 % len(group)]),
            table=Table((group[0], group[-1]), tuple((one, one) for one in group)),
        )
        for number, group in enumerate(groups)
    )  # fmt: skip
    return named(payloads[101], made)


def named(payload: str, slides: tuple[Slide, ...]) -> Review:
    """A review of an agency that is called so."""
    return replace(REVIEW, agency=payload, company=payload, filters=payload, slides=slides)


@pytest.fixture(scope="module", params=range(16) if IS_FULL else [0])
def evil(request: pytest.FixtureRequest) -> Review:
    return hostile(request.param)


@pytest.mark.parametrize("at", seeds(3, 160))
def test_no_payload_lives_as_the_name_of_an_agency(at: int) -> None:
    payload = (FORMULAS + MARKUP)[at * 53 % 160]
    review = named(payload, (slide("one", payload, message=payload),))
    slides, book = deck(review), workbook(review)
    assert_nothing_lives(inside(slides))
    assert_nothing_lives(inside(book))
    said = squeezed(plain(payload))
    assert deck_of(slides).slides[0].shapes.title.text_frame.text == plain(payload)
    assert said in pdf_text(pages(review))
    cells = [cell for row in load_workbook(BytesIO(book))["About"].iter_rows() for cell in row]
    assert plain(payload) in [cell.value for cell in cells]


def assert_nothing_lives(parts: dict[str, bytes]) -> None:
    """No element that links, computes or fetches, in any part."""
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            tree = etree.fromstring(part)
            found = {etree.QName(element) for element in tree.iter(etree.Element)}
            lives = {each.localname for each in found} & LIVING
            assert not lives and f"{{{CELLS}}}f" not in {each.text for each in found}, name
            assert not any(element.get("TargetMode") == "External" for element in tree.iter()), name


def test_no_payload_lives_on_slides(evil: Review) -> None:
    made = deck(evil)
    parts = inside(made)
    assert_nothing_lives(parts)
    told = squeezed("\n".join(text for page in deck_of(made).slides for text in texts(page)))
    assert [one for one in FORMULAS + MARKUP if squeezed(one) not in told] == []
    books = [load_workbook(BytesIO(part)) for name, part in parts.items() if name.endswith(".xlsx")]
    cells = [
        cell for book in books for row in book.active for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s", "n"}


def test_no_payload_lives_in_a_workbook(evil: Review) -> None:
    made = workbook(evil)
    cells = [
        cell for sheet in load_workbook(BytesIO(made)) for row in sheet.iter_rows() for cell in row
    ]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    assert_nothing_lives(inside(made))
    told = squeezed("\n".join(str(cell.value) for cell in cells))
    assert [one for one in FORMULAS + MARKUP if squeezed(one) not in told] == []


def test_no_payload_lives_in_a_pdf_file(evil: Review) -> None:
    made = pages(evil)
    told = pdf_text(made)
    assert [one for one in FORMULAS + MARKUP if squeezed(one) not in told] == []
    reader = PdfReader(BytesIO(made))
    assert not any("/Annots" in page for page in reader.pages)
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(reader.trailer["/Root"])
    assert len(reader.pages) >= len(evil.slides) + 1


def test_a_deck_does_not_tell_who_made_it_or_when(slides: bytes) -> None:
    assert_tells_nothing(slides)
    assert (
        deck_of(slides).core_properties.title
        == "Quarterly review · Northgate · 2026 Q3 (1 Jul – 30 Sep 2026)"
    )


def assert_tells_nothing(content: bytes) -> None:
    parts = inside(content)
    outer = {name for name in parts if name.startswith("docProps/")}
    assert outer == {"docProps/core.xml"}
    core = parts["docProps/core.xml"].decode()
    assert not any(told in core for told in ("<dc:creator", "<cp:lastModifiedBy", "<dcterms:"))
    inner = [
        part.decode() for name, part in parts.items() if name.endswith("xlsx/docProps/core.xml")
    ]
    assert inner and all("1980-01-01" in each and "20" + "2" not in each for each in inner)
    assert not any(
        "thumbnail" in name or "printer" in name or "ommentAuthors" in name for name in parts
    )


def test_neither_do_the_others(paper: bytes) -> None:
    said = PdfReader(BytesIO(paper)).metadata
    assert said is not None and said.author is None and said.creation_date is None
    core = inside(workbook(REVIEW))["docProps/core.xml"].decode()
    assert (
        "<dc:creator></dc:creator>" in core
        and "1980-01-01" in core
        and "202" not in core.replace("2026", "")
    )


# --- templates ----------------------------------------------------------------------------------


def companys(tmp_path: Path) -> Path:
    """A template as a company has it: another font, other places, slides and people in it."""
    given = Presentation()
    given.slide_width, given.slide_height = Pt(960), Pt(540)
    master = given.slide_master
    theme = master.part.part_related_by(templates.RT.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="Verdana"')
    given.core_properties.author = "Somebody"
    for layout in given.slide_layouts:
        for place in list(layout.placeholders):
            if place.placeholder_format.type in patterns.TITLES:
                place.left, place.top, place.width, place.height = map(Pt, (60, 30, 840, 80))
            elif place.placeholder_format.type in (*patterns.FEET, patterns.KIND.DATE):
                place.left, place.top, place.width, place.height = map(Pt, (700, 500, 200, 24))
    given.slides.add_slide(given.slide_layouts[0])
    file = tmp_path / "company.pptx"
    given.save(str(file))
    return file


def test_a_companys_template_is_filled_and_told_nothing_of(tmp_path: Path) -> None:
    made = deck(REVIEW, companys(tmp_path))
    opened = deck_of(made)
    assert len(opened.slides) == len(REVIEW.slides) + 1
    titles = [page.shapes.title.text_frame.text for page in opened.slides]
    assert titles == ["Northgate", *(told.headline for told in REVIEW.slides)]
    assert lacking_in_deck(REVIEW, made) == []
    assert [fault for fault in overflows(opened) if "slide 1:" not in fault] == []
    assert_tells_nothing(made)


def test_places_of_our_names_are_used_where_a_template_has_them(tmp_path: Path) -> None:
    given = Presentation(BytesIO(house_template.template()))
    for layout in given.slide_layouts:
        for place in layout.placeholders:
            if place.name == words.MAIN_PLACE:
                place.left, place.width = Pt(200), Pt(600)
    file = tmp_path / "ours.pptx"
    given.save(str(file))
    page = deck_of(deck(REVIEW, file)).slides[4]
    assert charts(page)[0].left == Pt(200) and charts(page)[0].width <= Pt(600)


SHORTER = replace(REVIEW, slides=REVIEW.slides[1:5])
SIZES = {"4:3": (720, 540), "small 16:9": (720, 405)}


def standard(tmp_path: Path, size: tuple[int, int], layouts: slice = slice(0, 11)) -> Path:
    """The library's own template, made for 4:3, in another size and with some of its layouts."""
    given = Presentation()
    given.slide_width, given.slide_height = map(Pt, size)
    kept = list(given.slide_layouts)[layouts]
    for layout in [each for each in given.slide_layouts if each not in kept]:
        given.slide_layouts.remove(layout)
    file = tmp_path / "standard.pptx"
    given.save(str(file))
    return file


@pytest.mark.parametrize("size", SIZES)
def test_a_template_of_any_size_is_filled_in_letters_as_large_as_its_slides(
    size: str, tmp_path: Path
) -> None:
    opened = deck_of(deck(SHORTER, standard(tmp_path, SIZES[size])))
    assert (opened.slide_width, opened.slide_height) == tuple(map(Pt, SIZES[size]))
    assert overflows(opened) == []
    page = opened.slides[3]
    assert page.shapes.title.text_frame.text == SHORTER.slides[2].headline
    assert charts(page)[0].width > 0.4 * opened.slide_width
    least = 12 * (opened.slide_width / Pt(960) * opened.slide_height / Pt(540)) ** 0.5
    tables = [shape for shape in opened.slides[1].shapes if shape.has_table]
    said = tables[0].table.cell(1, 0).text_frame.paragraphs[0].runs[0]
    assert said.font.size.pt >= least - 0.01


@pytest.mark.parametrize("only", [6, 1])
def test_one_layout_will_do_even_an_empty_one(only: int, tmp_path: Path) -> None:
    """Blank, Title and Content."""
    made = deck(SHORTER, standard(tmp_path, (960, 540), slice(only, only + 1)))
    assert overflows(deck_of(made)) == [] and lacking_in_deck(SHORTER, made) == []


def test_a_template_that_has_no_room_or_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableTemplate, match="Slide Size, Widescreen"):
        deck(SHORTER, standard(tmp_path, (540, 720)))
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(b"no slides")
    with pytest.raises(UnusableTemplate, match=r"broken\.pptx can't be opened"):
        deck(SHORTER, broken)


def test_our_template_is_what_its_code_writes() -> None:
    assert inside(house_template.FILE.read_bytes()) == inside(house_template.template())


# --- files --------------------------------------------------------------------------------------


def test_a_file_is_written_by_its_ending_for_its_owner_alone(tmp_path: Path) -> None:
    for ending, begins in ((".pptx", b"PK"), (".pdf", b"%PDF"), (".xlsx", b"PK")):
        file = tmp_path / f"review{ending}"
        reviews.write(REVIEW, file)
        assert file.read_bytes().startswith(begins) and file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(UnknownFormat, match="docx"):
        reviews.write(REVIEW, tmp_path / "review.docx")
    assert len(list(tmp_path.iterdir())) == 3
