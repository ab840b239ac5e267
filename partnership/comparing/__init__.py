"""An agency's own list of submissions against ours: both, only theirs, only ours, other days."""

from partnership.comparing.asked import compare
from partnership.comparing.keeping import TABLE, keep, row_to_keep
from partnership.comparing.reading import AgencyList
from partnership.comparing.result import Compared, compared
from partnership.comparing.told import in_words

__all__ = [
    "TABLE",
    "AgencyList",
    "Compared",
    "compare",
    "compared",
    "in_words",
    "keep",
    "row_to_keep",
]
