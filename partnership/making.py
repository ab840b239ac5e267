"""The steps from exports to a sealed draft: the folder that is published if all of them succeed."""

import platform
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from partnership import __version__, erasing, mapping, marts, memory
from partnership.checks import checked
from partnership.database_files import create_macros, write_agency_files, write_hr_file
from partnership.errors import BuildRefused, PartnershipError
from partnership.exports import Limits, LoadReport, load
from partnership.files import as_json, write_private
from partnership.fingerprint import Inputs
from partnership.mapping import StageReport
from partnership.published import RECEIPT, all_builds, current, verify
from partnership.publishing import seal
from partnership.quarantine import keep_set_aside
from partnership.queries import opened, setting_of
from partnership.readers import HR_FILE
from partnership.receipt import receipt_of, rows
from partnership.settings import in_the_figures

Progress = Callable[[str, float], None]
AGENCIES = "agencies"
# What does not fit into memory goes here, names and all: gone before the draft is published.
SPILL = "spill"


@dataclass(frozen=True)
class Making:
    """One build under way in the folder `draft`."""

    inputs: Inputs
    builds: Path
    draft: Path
    strict: bool
    limits: Limits
    progress: Progress

    def sealed_draft(self) -> tuple[str, erasing.Gone]:
        """Fill the draft and seal it; return the build's name, and who is no longer in it."""
        with self._working() as connection:
            loaded, staged = self._staged(connection)
            note_what_was_told(connection, self.builds)
            marts.build_marts(connection, progress=self._part(0.55, 0.80))
            self.progress("Checking", 0.80)
            gone = erasing.strip(connection, self.inputs.settings.retention_months)
            _refuse_broken_promises(connection)
            facts = self._facts(connection, staged)
            receipt = receipt_of(connection, loaded, staged, facts, _shown_receipt(self.builds))
            receipt |= {"removed": gone.counted}
            refuse_set_aside(receipt, self.strict)
            write_hr_file(connection, self.draft / HR_FILE, self._part(0.82, 0.90))
            (self.draft / AGENCIES).mkdir()
            agencies = write_agency_files(connection, self.draft / AGENCIES, self._part(0.90, 0.97))
            days = self.inputs.settings.set_aside_days
            keep_set_aside(connection, self.builds, facts["name"], days)
            contents = {
                "counts": {row["mart"]: row["rows"] for row in rows(connection, "mart_counts")},
                "agencies": agencies,
                "records": self._records(connection, facts),
                "removed": gone.counted,
            }
        shutil.rmtree(self.draft / SPILL, ignore_errors=True)
        write_private(self.draft / RECEIPT, as_json(receipt))
        made_from = {
            "exports": _exports(receipt),
            "versions": versions(),
            "settings": in_the_figures(self.inputs.settings),
        }
        seal(self.draft, facts["name"], facts | contents | made_from)
        return str(facts["name"]), gone

    @contextmanager
    def _working(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The database in memory that raw, typed and staging tables and marts are made in."""
        config: dict[str, Any] = {
            "temp_directory": str(self.draft / SPILL),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
        }
        # Of a few rows, a better plan takes longer to find than it saves; so does a second thread.
        is_small = self.inputs.is_small
        if is_small:
            config["threads"] = 1
        with closing(duckdb.connect(config=config)) as connection:
            if is_small:
                connection.execute("pragma disable_optimizer")
            usual = memory.quarter(setting_of(connection, "memory_limit"))
            limit = self.inputs.settings.memory_limit or usual
            connection.execute("set memory_limit = $limit", {"limit": limit})
            connection.execute("set TimeZone = 'UTC'")
            create_macros(connection)
            yield connection

    def _staged(self, connection: duckdb.DuckDBPyConnection) -> tuple[LoadReport, StageReport]:
        """Files → raw → typed → staging."""
        inputs = self.inputs
        loaded = load(
            connection,
            inputs.paths,
            inputs.answers,
            limits=self.limits,
            progress=self._part(0.0, 0.30),
        )
        staged = mapping.stage(
            connection,
            loaded,
            inputs.mapping,
            answers=inputs.answers,
            settings=inputs.settings,
            typed=inputs.typed,
            as_of=inputs.as_of,
            progress=self._part(0.30, 0.55),
        )
        return loaded, staged

    def _facts(self, connection: duckdb.DuckDBPyConnection, staged: StageReport) -> dict[str, Any]:
        """What manifest and receipt both say first."""
        export = rows(connection, "export")[0]
        return {
            "name": f"{export['as_of_on']}-{self.inputs.fingerprint}",
            "created_at": datetime.now(UTC).isoformat(),
            "as_of": export["as_of_at"],
            "as_of_source": export["as_of_source"],
            "owner": export["owner"],
            "is_synthetic": export["is_synthetic"],
            "mapping": staged.system,
        }

    def _records(
        self, connection: duckdb.DuckDBPyConnection, facts: dict[str, Any]
    ) -> dict[str, Any]:
        """Per typed table, the rows that were read, and those of them that do not count yet."""
        left_out = {row["table"]: row["numbers"] for row in rows(connection, "entries_left_out")}
        return {
            name: {
                "rows": len(file.rows),
                "sha256": file.digest,
                "not_counted": left_out.get(name, []),
            }
            for name, file in self.inputs.typed.beside(facts["is_synthetic"]).items()
        }

    def _part(self, start: float, end: float) -> Progress:
        """Progress of one step as a part of the whole."""
        return lambda step, share: self.progress(step, start + share * (end - start))


def note_what_was_told(connection: duckdb.DuckDBPyConnection, builds: Path) -> None:
    """Keep what agencies were told of one another by any build that is kept, of each figure what
    was told last: going back to earlier figures takes nothing back that somebody has read. Nothing
    of the sample's beside a company's own files, nor the other way round."""
    is_synthetic, owner = connection.execute(
        "select coalesce(synthetic, false), owner from typed.export"
    ).fetchall()[0]
    told = []
    for build in all_builds(builds):
        try:
            verify(build)
            if (build.manifest["is_synthetic"], build.manifest["owner"]) == (is_synthetic, owner):
                with closing(opened(build.path / HR_FILE)) as published:
                    told.append(published.execute("from marts.peer_part").df())
        except (PartnershipError, duckdb.CatalogException):  # damaged, or of an earlier version
            continue
    if told:
        marts.note_published(connection, told)


def refuse_set_aside(receipt: dict[str, Any], strict: bool) -> None:
    """Raise BuildRefused where rows were set aside and none may be."""
    broken = sum(rule["rows"] for rule in receipt["rules"])
    if strict and broken:
        first = receipt["examples"][0]
        raise BuildRefused(
            f"{broken} rows would be set aside; the first: {first['file']}, line {first['line']}, "
            f"{first['column'] or 'the row'}: {first['reason']} ({first['rule']})",
            "Correct them in the export, or build without --strict.",
        )


def _exports(receipt: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"name": file["file"], "sha256": file["sha256"], "bytes": file["bytes"]}
        for file in receipt["files"]
    ]


def versions() -> dict[str, str]:
    """What made the build, beside its inputs."""
    return {
        "partnership": __version__,
        "python": platform.python_version(),
        "duckdb": duckdb.__version__,
    }


def _refuse_broken_promises(connection: duckdb.DuckDBPyConnection) -> None:
    broken = [check for check in checked(connection, ("staging", "marts")) if check.rows]
    if broken:
        listed = "; ".join(f"{check.promise} ({check.name}: {check.rows} rows)" for check in broken)
        raise BuildRefused(
            f"the figures would not hold what they promise: {listed}",
            "This is a fault of the program, or of rows it should have set aside: report it.",
        )


def _shown_receipt(builds: Path) -> dict[str, Any] | None:
    try:
        return current(builds).receipt
    except PartnershipError:
        return None
