"""A million submissions: time and memory of the build, time of every metric. `make bench`.

`python bench/million.py [SUBMISSIONS]` for another size. Prints what ran on what, and asserts
nothing: absolute times hold for one machine only. With `--json FILE` it also writes the figures.
"""

import json
import os
import platform
import subprocess
import sys
import time
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from cyclopts import App, Parameter

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from partnership.builds import Build, current  # noqa: E402
from partnership.commands.printing import print_rows  # noqa: E402
from partnership.queries import (  # noqa: E402
    SECONDS_AT_A_SHELL,
    metric_rows,
    opened,
    query,
    query_names,
)

app = App()
REPEATED = 5
# To know what the machine can do: the same files loaded by DuckDB alone, types guessed and nothing
# accounted for; and a plain count over the mart that most metrics read.
BARE_LOAD = """
import duckdb, sys
from pathlib import Path
with duckdb.connect(sys.argv[2]) as connection:
    for file in sorted(Path(sys.argv[1]).glob("*.csv")):
        connection.execute(f"create table {file.stem} as from read_csv('{file}')")
"""
BARE_SCAN = "select count(*), min(received_on), count(distinct agency_id) from marts.submission"


@app.default
def measure(
    submissions: int = 1_000_000, *, to: Annotated[Path | None, Parameter("--json")] = None
) -> None:
    """Sample, build and every metric at this size."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        sample, builds = folder / "sample", folder / "builds"
        build = ["-m", "partnership", "build", str(sample), *_where(folder), "--quiet"]
        sampling = ["-m", "partnership", "sample", str(sample), "--submissions", str(submissions)]
        steps = [
            _ran("sample", *sampling),
            _ran("build", *build),
            _ran("the same build again", *build),
            _ran("a bare load", "-c", BARE_LOAD, str(sample), str(folder / "bare.duckdb")),
        ]
        made = current(builds)
        exported = sum(file.stat().st_size for file in sample.iterdir())
        published = sum(file.stat().st_size for file in made.path.rglob("*") if file.is_file())
        metrics = _metrics(made)
    facts = {
        "submissions": submissions,
        "exports_mb": round(exported / 1e6),
        "build_mb": round(published / 1e6),
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
        "duckdb": version("duckdb"),
    }
    for key, value in facts.items():
        print(f"{key:12} {value}")
    print_rows(steps, list(steps[0]), "table")
    print_rows(metrics, list(metrics[0]), "table")
    if to:
        figures = {"facts": facts, "steps": steps, "metrics": metrics}
        to.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _where(folder: Path) -> list[str]:
    return ["--builds", str(folder / "builds"), "--records", str(folder / "records")]


def _ran(step: str, *arguments: str) -> dict[str, Any]:
    """Python in a process of its own: wall and processor seconds, peak of resident memory."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{step} failed")
    return {
        "step": step,
        "seconds": round(time.perf_counter() - started, 1),
        "processor_seconds": round(used.ru_utime + used.ru_stime, 1),
        "peak_mb": round(used.ru_maxrss / 1024),
    }


def _metrics(build: Build) -> list[dict[str, Any]]:
    """Median seconds of every metric, for everybody together and by agency where it can be."""
    with closing(opened(build.path / "partnership.duckdb", SECONDS_AT_A_SHELL)) as connection:
        bare = _seconds(lambda: connection.cursor().execute(BARE_SCAN).fetchall())
        rows = [{"metric": "(a bare scan)", "all": bare, "by_agency": None}]
        for name in query_names("metrics"):
            groups = ["agency"] if "agency" in query("metrics", name).by else []
            timed = [
                _seconds(lambda name=name, by=by: metric_rows(connection, name, by=by))
                for by in [None, *groups]
            ]
            rows.append(
                dict(zip(("metric", "all", "by_agency"), (name, *timed, None), strict=False))
            )
    return rows


def _seconds(work: Any) -> float:
    work()
    timed = []
    for _ in range(REPEATED):
        started = time.perf_counter()
        work()
        timed.append(time.perf_counter() - started)
    return round(median(timed), 3)


if __name__ == "__main__":
    app()
