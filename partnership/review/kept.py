"""What people kept for a review beside the figures: their texts, new promises, last quarter's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from partnership.review.model import Review


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wrote in the place of a composed text; `against` is what was composed then."""

    text: str
    against: str = ""
    by: str = ""
    at: str = ""


def is_open(promise: Mapping[str, str]) -> bool:
    """Whether a typed promise is neither kept nor dropped yet."""
    return not promise.get("closed_on") and not promise.get("dropped_on")


@dataclass(frozen=True)
class Kept:
    """`texts` by slide and part (headline, comment, decisions); `promises` and `disputes`
    typed after the figures; `last` is the review of the quarter before, as it was downloaded;
    `changes` are the rules changed since; `lists` are comparisons of the agency's own list, the
    newest last."""

    texts: Mapping[tuple[str, str], Text] = field(default_factory=dict)
    promises: tuple[Mapping[str, str], ...] = ()
    last: Review | None = None
    changes: tuple[str, ...] = ()
    lists: tuple[Mapping[str, str], ...] = ()
    disputes: tuple[Mapping[str, str], ...] = ()


NOTHING_KEPT = Kept()
