"""The contract's metrics by name."""

from collections.abc import Callable
from typing import Any

from oracle.asking import Asked
from oracle.metrics_meetings import kickoff_coverage, meeting_rhythm
from oracle.metrics_offers import decline_reasons, offer_outcomes
from oracle.metrics_other_systems import vendor_definitions
from oracle.metrics_submissions import (
    feedback_latency,
    funnel,
    redundant_submissions,
    silent_submissions,
)
from oracle.metrics_time import time_to_fill, time_to_fill_curve
from oracle.reading import Export, Row

METRICS: dict[str, Callable[[Export, Asked], list[Row]]] = {
    "time_to_fill": time_to_fill,
    "time_to_fill_curve": time_to_fill_curve,
    "meeting_rhythm": meeting_rhythm,
    "kickoff_coverage": kickoff_coverage,
    "redundant_submissions": redundant_submissions,
    "offer_outcomes": offer_outcomes,
    "decline_reasons": decline_reasons,
    "feedback_latency": feedback_latency,
    "funnel": funnel,
    "silent_submissions": silent_submissions,
    "vendor_definitions": vendor_definitions,
}


def answers(export: Export, metric: str, asked: Asked | None = None, **kwargs: Any) -> list[Row]:
    """The rows of one metric; without `by` always one group, even of nothing."""
    return METRICS[metric](export, asked or Asked(**kwargs))
