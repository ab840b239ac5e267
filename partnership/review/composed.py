"""A review put together: every slide from the figures, then what people wrote."""

from dataclasses import replace

from partnership import __version__
from partnership.errors import NoReview
from partnership.labels import review as words
from partnership.periods import Quarter, group_of
from partnership.published import Build
from partnership.review import parts, texts
from partnership.review.asked import Asked
from partnership.review.kept import NOTHING_KEPT, Kept
from partnership.review.model import Edition, Review, Slide, Tone
from partnership.review.slides import (
    both_sides,
    data_notes,
    decisions,
    definitions,
    hires,
    lines,
    meetings,
    next_quarter,
    offers,
    promises,
    redundancy,
    speed,
    submissions_and_offers,
    where_we_disagree,
)
from partnership.review.source import About, about, reading

# The same order every quarter.
SLIDES = (decisions, promises, both_sides, speed, submissions_and_offers, next_quarter)
APPENDIX = (redundancy, offers, hires, meetings, lines, where_we_disagree, definitions)
KEYS = tuple(module.__name__.rpartition(".")[2] for module in SLIDES)
APPENDIX_KEYS = (*(module.__name__.rpartition(".")[2] for module in APPENDIX), "data_notes")
# What stands in the appendix unless somebody ticks otherwise.
USUAL_APPENDIX = ("where_we_disagree", "definitions", "data_notes")
NEEDED = {"offers": ("offers",), "hires": ("placements",)}


def review_of(
    build: Build,
    agency_id: str,
    quarter: Quarter,
    edition: Edition = "hr",
    tone: Tone = "neutral",
    kept: Kept = NOTHING_KEPT,
    appendix: tuple[str, ...] = USUAL_APPENDIX,
) -> Review:
    """The review of one agency's quarter, in one edition, with what people wrote for it."""
    return written(composed(build, agency_id, quarter, edition, tone, kept, appendix), kept)


def written(review: Review, kept: Kept) -> Review:
    """A composed review with the headlines and comments of people in their places."""
    return replace(review, slides=tuple(texts.applied(slide, kept) for slide in review.slides))


def warnings_of(review: Review, kept: Kept) -> dict[str, list[str]]:
    """Slide → what is to be read once more there; `review` is the composed one."""
    said = {slide.key: texts.warnings(slide, kept) for slide in review.slides}
    return {key: warnings for key, warnings in said.items() if warnings}


def composed(
    build: Build,
    agency_id: str,
    quarter: Quarter,
    edition: Edition,
    tone: Tone,
    kept: Kept,
    appendix: tuple[str, ...] = APPENDIX_KEYS,
) -> Review:
    """The same with composed sentences alone. Raises NoReview where the figures know no such
    agency."""
    facts = about(build, agency_id)
    if agency_id not in facts.agencies:
        raise NoReview(words.NO_SUCH_AGENCY.format(agency=agency_id), words.NO_SUCH_AGENCY_HINT)
    with reading(build, agency_id) as connection:
        asked = Asked(
            connection=connection,
            agency_id=agency_id,
            agency=facts.agencies[agency_id],
            quarter=quarter,
            edition=edition,
            tone=tone,
            as_of=facts.as_of,
            rules=facts.rules,
            kept=kept,
            first_day=facts.first_day,
        )
        slides = _slides(asked, facts, appendix)
    return _review(asked, facts, tuple(slides))


def _slides(asked: Asked, facts: About, appendix: tuple[str, ...]) -> list[Slide]:
    made = [module.slide(asked) for module in SLIDES]
    for key, module in zip(APPENDIX_KEYS, APPENDIX, strict=False):
        if key in appendix and all(asked.shows(table) for table in NEEDED.get(key, ())):
            made.append(module.slide(asked))
    if data_notes.__name__.rpartition(".")[2] in appendix:
        made.append(data_notes.slide(asked, facts))
    return made


def _review(asked: Asked, facts: About, slides: tuple[Slide, ...]) -> Review:
    return Review(
        agency_id=asked.agency_id,
        agency=asked.agency,
        company=facts.company,
        quarter=group_of(asked.quarter),
        quarter_label=asked.quarter.label,
        edition=asked.edition,
        tone=asked.tone,
        as_of=asked.as_of,
        build=facts.build,
        version=__version__,
        filters=parts.filters_in_words(asked),
        confidentiality=words.CONFIDENTIAL.format(company=facts.company, agency=asked.agency),
        slides=slides,
    )
