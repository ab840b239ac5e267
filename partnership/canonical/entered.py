"""What a build must know of rows that people typed, which are no exports: two exceptions follow."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Entered:
    """`files` are those of the records folder; `tables` those that no export holds beside them.

    A typed row never moves the as-of day, and never brings in a parent that no export names.
    """

    files: Collection[str] = ()
    tables: Collection[str] = ()

    @property
    def parameter(self) -> dict[str, list[str]]:
        """For `NOT_ENTERED`."""
        return {"entered": sorted(self.files)}


NOTHING_ENTERED = Entered()
NOT_ENTERED = "not coalesce(list_contains($entered::varchar[], _file), false)"
