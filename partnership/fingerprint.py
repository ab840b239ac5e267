"""What a build is made from, as one hash: the same inputs give the same name."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

import duckdb

from partnership.answers import Answers
from partnership.entries import Typed
from partnership.exports.sources import found
from partnership.files import checksum
from partnership.settings import Settings, in_the_figures

CODE = (Path(__file__).parent, Path(__file__).parent.parent / "queries")
# So many bytes of text are a few hundred rows.
SMALL, PLAIN = 30_000, (".csv", ".tsv")


@dataclass(frozen=True)
class Inputs:
    """All that a build depends on. `mapping` names a built-in system or a folder of selects."""

    paths: Sequence[Path]
    mapping: str
    as_of: date | datetime | None
    answers: Answers
    settings: Settings
    records: Path | None

    @property
    def bytes(self) -> int:
        """The size of the exports on disk."""
        return sum(path.stat().st_size for path, _ in found(self.paths)[0])

    @property
    def is_small(self) -> bool:
        """Whether they hold a few hundred rows at most; a compressed file may hold any number."""
        files = [path for path, _ in found(self.paths)[0]]
        return self.bytes <= SMALL and all(file.suffix.lower() in PLAIN for file in files)

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits; another byte in any input gives others."""
        parts = {
            "exports": sorted((name, checksum(path)) for path, name in found(self.paths)[0]),
            "mapping": [Path(self.mapping).name, checksums(_folder(self.mapping))],
            "as_of": self.as_of and self.as_of.isoformat(),
            "answers": _entries(asdict(self.answers)),
            "settings": _entries(in_the_figures(self.settings)),
            "records": self.typed.digests,
            "code": [duckdb.__version__, code_checksums()],
        }
        return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]

    @cached_property
    def typed(self) -> Typed:
        """What people had typed when it was first asked for: named, and built from, once."""
        return Typed.read(self.records)


@cache
def code_checksums() -> dict[str, str]:
    """The checksum of every file of ours that decides what is in a build."""
    return {k: v for folder in CODE for k, v in checksums(sorted(folder.rglob("*"))).items()}


def checksums(files: Iterable[Path]) -> dict[str, str]:
    """Checksums of the Python, SQL and TOML files among these, by name within their folders."""
    kinds = {".py", ".sql", ".toml"}
    return {"/".join(file.parts[-3:]): checksum(file) for file in files if file.suffix in kinds}


def _folder(mapping: str) -> list[Path]:
    folder = Path(mapping)
    return sorted(folder.rglob("*")) if folder.is_dir() else []


def _entries(facts: Mapping[str, object]) -> list[tuple[str, object]]:
    """Nested mappings, some with tuples for keys, as something JSON can hold, in one order."""
    return sorted(
        (str(key), _entries(value) if isinstance(value, Mapping) else repr(value))
        for key, value in facts.items()
    )
