"""Appendix: what the numbers mean."""

from partnership.labels import metrics as definitions
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import Asked
from partnership.review.model import Slide, Table

# The metrics whose rules are told, with the share whose name the slides give them.
EXPLAINED = {
    "fill_counts": "time_to_fill.filled_by_60_rate",
    "feedback_latency": "feedback_latency.on_time_rate",
    "interview_feedback": "interview_feedback.answered_rate",
    "first_candidate": "first_candidate.on_time_rate",
    "request_replies": "request_replies.on_time_rate",
    "redundant_submissions": "redundant_submissions.redundancy_rate",
    "offer_outcomes": "offer_outcomes.acceptance_rate",
    "meeting_rhythm": "meeting_rhythm.rhythm_coverage",
    "scorecard": "", "fill_forecast": "",
}  # fmt: skip


def slide(asked: Asked) -> Slide:
    """The rules of the numbers on the slides before."""
    rows = tuple(
        (
            asked.in_words(sentences.named(share) if share else more.DEFINED[metric]),
            asked.in_words(_first_sentences(definitions.of(metric).rule)),
        )
        for metric, share in EXPLAINED.items()
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


def _first_sentences(rule: str, most: int = 170) -> str:
    """As many whole sentences as fit; the first one always."""
    kept = ""
    for sentence in rule.replace("*", "").split(". "):
        longer = f"{kept}. {sentence}" if kept else sentence
        if kept and len(longer) > most:
            break
        kept = longer
    return kept if kept.endswith(".") else f"{kept}."
