"""review: the quarterly review as slides, a PDF or a workbook."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from partnership import published
from partnership.commands.asking import asking, refuse_to_keep, shelf_of
from partnership.commands.printing import print_error, shown_progress
from partnership.commands.usage import DONE, REFUSED, WrongUse
from partnership.errors import NoReview, PartnershipError
from partnership.labels import review as words
from partnership.periods import Quarter, group_of
from partnership.published import Build
from partnership.readers import Reader
from partnership.review import FORMATS, composed, names, saved, write
from partnership.review.cases import cases_of
from partnership.review.model import Edition, Tone
from partnership.review.shelf import Shelf
from partnership.review.source import About, about, quarter_of
from partnership.settings import BUILDS, RECORDS

Ending = Literal["pptx", "pdf", "xlsx"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Reading:
    """Which figures and records a review is made from, and who asks."""

    reader: Annotated[
        str | None,
        Parameter(
            help="hr, or agency:ID for that agency's own edition with what it wrote; without it "
            "HR, in an opened pack the agency it was packed for."
        ),
    ] = None
    builds: Annotated[Path, Parameter(help="The folder of the builds.")] = BUILDS
    records: Annotated[
        Path,
        Parameter(
            help="The folder of what people typed: texts of the review, new promises, earlier "
            "reviews."
        ),
    ] = RECORDS

    def begun(self, keep: bool) -> tuple[Build, Reader]:
        """The build and who reads it. Raises NoAccess where it holds no file for this reader."""
        build = published.current(self.builds)
        if build.warning:
            print_error(build.warning)
        who = asking(self.reader, build)
        who.file_in(build.path)
        refuse_to_keep(build, who, keep)
        return build, who


OF_HR_OR_A_PACK = Reading()


@dataclass(frozen=True)
class Wanted:
    """What is to be written, of whichever agency."""

    build: Build
    facts: About
    quarter: Quarter
    edition: Edition
    tone: Tone
    template: Path | None
    shelf: Shelf
    keep: bool


def review(
    *,
    out: Path,
    agency: str | None = None,
    all_: Annotated[bool, Parameter("--all")] = False,
    quarter: str | None = None,
    edition: Edition | None = None,
    tone: Tone = "neutral",
    form: Annotated[list[Ending] | None, Parameter("--format")] = None,
    template: Path | None = None,
    keep: bool = False,
    read: Reading = OF_HR_OR_A_PACK,
) -> int:
    """Write the quarterly review of one agency, or of each of them.

    For one: review --agency A-02 --quarter 2026Q3 --out harbour.pptx
    For all: review --all --format pptx --format pdf --out reviews

    Parameters
    ----------
    out
        The file to write (.pptx, .pdf or .xlsx); with --all the folder.
    agency
        Whose review, by the agency's id.
    all_
        Every agency of the figures.
    quarter
        Such as 2026Q3; the latest complete one without.
    edition
        hr, or agency: the same figures, each in its own words; HR's without, an agency's for a
        reader that is one.
    tone
        How the headlines are worded.
    form
        Only with --all: which files for each agency; repeatable. Slides without. For one agency
        the ending of --out says it.
    template
        The company's own template for the slides.
    keep
        Note it as handed out, so that the next review can say what is known otherwise by then.
    """
    build, who = read.begun(keep)
    facts = about(build, who.agency_id)
    agency = agency or (None if all_ else who.agency_id)
    _check_use(facts, agency, all_, out, form)
    wanted = Wanted(
        build, facts, quarter_of(facts, quarter), _edition(edition, who, facts), tone, template,
        shelf_of(build, who, read.records), keep,
    )  # fmt: skip
    folder = out if all_ else out.absolute().parent
    folder.mkdir(parents=True, exist_ok=True)
    if all_:
        return _all(wanted, out, form or ["pptx"])
    for file in _one(wanted, agency or "", [out]):
        print(file)
    return DONE


def _edition(asked: Edition | None, who: Reader, facts: About) -> Edition:
    """The edition that is asked for. Raises NoReview for HR's where an agency asks."""
    if who.agency_id is None:
        return asked or "hr"
    if asked == "hr":
        agency = facts.agencies.get(who.agency_id, who.agency_id)
        raise NoReview(words.NOT_HRS_EDITION.format(agency=agency), words.NOT_HRS_EDITION_HINT)
    return "agency"


def _check_use(
    facts: About, agency: str | None, all_: bool, out: Path, form: list[Ending] | None
) -> None:
    if all_ == (agency is not None):
        known = words.AGENCIES_ARE.format(known=_known(facts))
        raise WrongUse(f"name one agency with --agency ID, or write --all. {known}")
    if form and not all_:
        raise WrongUse(words.FORMAT_OF_ALL.format(file=f"{out.stem or 'review'}.{form[0]}"))
    if not all_ and out.suffix.lower() not in FORMATS:
        raise WrongUse(f"--out {out.name!r}: end it in one of {', '.join(FORMATS)}.")


def _all(wanted: Wanted, folder: Path, forms: list[Ending]) -> int:
    """The files of every agency, with a bar on the terminal. One that can't be made keeps none of
    the others from being made; it is named on standard error, and the end is REFUSED."""
    written: list[Path] = []
    refused: list[str] = []
    with shown_progress() as progress:
        for number, (agency, name) in enumerate(wanted.facts.agencies.items()):
            progress(name, number / len(wanted.facts.agencies))
            stem = names.stem(name, wanted.quarter, wanted.edition, wanted.facts.build)
            try:
                written += _one(wanted, agency, [folder / f"{stem}.{form}" for form in forms])
            except PartnershipError as error:
                refused.append(f"{name}: {error.message}. {error.next_step}")
    for file in written:
        print(file)
    for said in refused:
        print_error(said)
    return REFUSED if refused else DONE


def _known(facts: About) -> str:
    return ", ".join(f"{agency} ({name})" for agency, name in facts.agencies.items())


def _one(wanted: Wanted, agency: str, files: list[Path]) -> list[Path]:
    """The files of one agency; what is to be read once more goes to standard error."""
    if wanted.template and not any(file.suffix.lower() == ".pptx" for file in files):
        raise WrongUse("--template is for slides: end --out in .pptx, or leave it away.")
    if agency not in wanted.facts.agencies:
        hint = words.AGENCIES_ARE.format(known=_known(wanted.facts))
        raise NoReview(words.NO_SUCH_AGENCY.format(agency=agency), hint)
    shelf = wanted.shelf
    kept = saved.kept_for(shelf, wanted.facts, agency, wanted.quarter, wanted.edition)
    name = wanted.facts.agencies[agency]
    plain = composed.composed(
        wanted.build, agency, wanted.quarter, wanted.edition, wanted.tone, kept,
        saved.ticked(
            shelf, agency, group_of(wanted.quarter), wanted.edition, composed.USUAL_APPENDIX
        ),
    )  # fmt: skip
    for slide, warnings in composed.warnings_of(plain, kept).items():
        for warning in warnings:
            print_error(f"{name}, {words.SLIDES[slide]}: {warning}")
    review = composed.written(plain, kept)
    for file in files:
        is_book = file.suffix.lower() == ".xlsx"
        cases = cases_of(wanted.build, agency, wanted.quarter, kept) if is_book else None
        write(review, file, template=wanted.template, cases=cases)
        if wanted.keep:
            form = file.suffix.lower().removeprefix(".")
            saved.save(shelf, review, form, by=words.BY_COMMAND)
    return files
