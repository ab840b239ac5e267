"""Appendix: what the numbers mean."""

from partnership.labels import metrics as definitions
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.review import parts
from partnership.review.asked import Asked
from partnership.review.model import Slide, Table

EXPLAINED = (
    "fill_counts", "feedback_latency", "first_candidate", "redundant_submissions",
    "offer_outcomes", "scorecard", "meeting_rhythm", "fill_forecast",
)  # fmt: skip


def slide(asked: Asked) -> Slide:
    """The rules of the numbers on the slides before."""
    rows = tuple(
        (asked.in_words(each.title), asked.in_words(_first_sentences(each.rule)))
        for each in (definitions.of(name) for name in EXPLAINED)
    )
    return parts.slide(
        asked,
        "definitions",
        headline=parts.sentence(more.DEFINITIONS_HEADLINE),
        message=more.DEFINITIONS_MESSAGE,
        table=Table(more.DEFINITION_COLUMNS, rows),
        basis="",
        definition=more.LIKELY_RANGE,
        source=shell.DEFINITIONS,
        in_appendix=True,
    )


def _first_sentences(rule: str, most: int = 220) -> str:
    """As many whole sentences as fit; the first one always."""
    kept = ""
    for sentence in rule.replace("*", "").split(". "):
        longer = f"{kept}. {sentence}" if kept else sentence
        if kept and len(longer) > most:
            break
        kept = longer
    return kept if kept.endswith(".") else f"{kept}."
