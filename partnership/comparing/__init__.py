"""An agency's own list of submissions against ours: both, only theirs, only ours, other days."""

from partnership.comparing.keeping import keep, row_to_keep
from partnership.comparing.reading import AgencyList, read
from partnership.comparing.result import Compared, compared, spellings, whose_list
from partnership.comparing.told import in_words

__all__ = [
    "AgencyList",
    "Compared",
    "compared",
    "in_words",
    "keep",
    "read",
    "row_to_keep",
    "spellings",
    "whose_list",
]
