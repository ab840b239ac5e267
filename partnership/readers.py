"""Who reads (HR, or one agency) and which file of a build that opens."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from partnership.errors import NoAccess

HR_FILE = "partnership.duckdb"


@dataclass(frozen=True)
class Reader:
    """HR where `agency_id` is None, else the one agency whose rows its file holds."""

    agency_id: str | None = None

    @property
    def is_hr(self) -> bool:
        """Whether this reader sees the whole build."""
        return self.agency_id is None

    def file_in(self, build: Path) -> Path:
        """The database file of `build` this reader may open. Raises NoAccess where none is."""
        if self.is_hr:
            return build / HR_FILE
        file = build / "agencies" / f"{agency_file_stem(self.agency_id or '')}.duckdb"
        if not file.is_file():
            raise NoAccess(
                f"these figures hold no file for the agency {self.agency_id!r}",
                "Ask for the metric with `--agency` as HR.",
            )
        return file


HR = Reader()


def agency_file_stem(agency_id: str) -> str:
    """The first 16 hexadecimal digits of the agency id's SHA-256: names no agency."""
    return sha256(agency_id.encode()).hexdigest()[:16]


def reader_named(name: str) -> Reader:
    """`hr` or `agency:ID`, as the command line spells a reader. Raises NoAccess for all else."""
    if name == "hr":
        return HR
    kind, _, agency_id = name.partition(":")
    if kind == "agency" and agency_id:
        return Reader(agency_id)
    raise NoAccess(f"{name!r} is no reader", "Use `hr` or `agency:ID`.")
