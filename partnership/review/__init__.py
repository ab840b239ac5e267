"""The quarterly review: what both sides bring to the same table."""

from pathlib import Path
from typing import TYPE_CHECKING

from partnership.errors import UnknownFormat
from partnership.labels import review_files as words
from partnership.review.model import Review

if TYPE_CHECKING:
    from partnership.review.cases import Cases

FORMATS = (".pptx", ".pdf", ".xlsx")


def write(
    review: Review,
    file: Path,
    *,
    template: Path | None = None,
    cases: "Cases | None" = None,
) -> None:
    """Write the review in the format that the file's ending names; `template` is for slides,
    `cases` for the workbook."""
    # Each format loads its library only where it is asked for.
    match file.suffix.lower():
        case ".pptx":
            from partnership.review.pptx import write_pptx

            write_pptx(review, file, template)
        case ".pdf":
            from partnership.review.pdf import write_pdf

            write_pdf(review, file)
        case ".xlsx":
            from partnership.review.cases import NO_CASES
            from partnership.review.xlsx import write_xlsx

            write_xlsx(review, file, cases or NO_CASES)
        case ending:
            raise UnknownFormat(
                words.NO_FORMAT.format(file=file.name, ending=ending or words.NO_ENDING),
                words.FORMATS.format(formats=", ".join(FORMATS)),
            )
