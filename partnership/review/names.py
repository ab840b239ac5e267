"""What a review's file is called."""

import re
import unicodedata

from partnership.periods import Quarter, group_of

NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def stem(agency: str, quarter: Quarter, edition: str, build: str) -> str:
    """review_harbour_2026Q3_hr_vec8f3d5: whose, of when, whose edition, which version."""
    letters = unicodedata.normalize("NFKD", agency).encode("ascii", "ignore").decode().lower()
    name = NOT_PLAIN.sub("-", letters).strip("-") or "agency"
    return f"review_{name}_{group_of(quarter)}_{edition}_v{build[-12:][:7]}"
