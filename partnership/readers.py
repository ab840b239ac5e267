"""Who reads (HR, or one agency) and which file of a build that opens."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from partnership.errors import NoAccess

HR_FILE = "partnership.duckdb"
# The kinds of readers, as the headers of queries and the screens name them.
OF_HR, OF_AN_AGENCY = "hr", "agency"
HR_ALONE: frozenset[str] = frozenset({OF_HR})
EVERY_READER: frozenset[str] = frozenset({OF_HR, OF_AN_AGENCY})


@dataclass(frozen=True)
class Reader:
    """HR where `agency_id` is None, else the one agency whose rows its file holds."""

    agency_id: str | None = None

    @property
    def is_hr(self) -> bool:
        """Whether this reader sees the whole build."""
        return self.agency_id is None

    @property
    def kind(self) -> str:
        """Which of the kinds of readers this one is."""
        return OF_HR if self.is_hr else OF_AN_AGENCY

    def may_read(self, readers: str) -> bool:
        """Whether a query whose header names these `readers` is for this one; nobody named is HR
        alone."""
        return self.is_hr or self.kind in {name.strip() for name in readers.split(",")}

    @property
    def stem(self) -> str:
        """What an agency's file is called: names no agency."""
        return agency_file_stem(self.agency_id or "")

    def file_in(self, build: Path) -> Path:
        """The database file of `build` this reader may open. Raises NoAccess where none is."""
        file = build / (HR_FILE if self.is_hr else f"agencies/{self.stem}.duckdb")
        if file.is_file():
            return file
        if self.is_hr:
            raise NoAccess(
                "these figures are those of one agency alone",
                "Ask for them as that agency, with `--reader agency:ID`.",
            )
        raise NoAccess(
            f"these figures hold no file for the agency {self.agency_id!r}",
            "Update the figures, so that they hold a file for each agency; or ask for the "
            "metric with `--agency` as HR.",
        )


HR = Reader()


def agency_file_stem(agency_id: str) -> str:
    """The first 16 hexadecimal digits of the agency id's SHA-256: names no agency."""
    return sha256(agency_id.encode(errors="surrogatepass")).hexdigest()[:16]


def reader_named(name: str) -> Reader:
    """`hr` or `agency:ID`, as the command line spells a reader. Raises NoAccess for all else."""
    if name == "hr":
        return HR
    kind, _, agency_id = name.partition(":")
    if kind == "agency" and agency_id:
        return Reader(agency_id)
    raise NoAccess(f"{name!r} is no reader", "Use `hr` or `agency:ID`.")
