"""Texts that people wrote in the place of composed ones: their numbers follow the figures."""

from partnership.review.kept import Kept
from partnership.review.model import Slide

HEADLINE, COMMENT = "headline", "comment"


def applied(slide: Slide, kept: Kept) -> Slide:
    """The slide with what people wrote for it."""
    return slide
