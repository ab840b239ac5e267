"""The agencies' own files: how long an update takes to write them, and what having them open costs.

`python bench/agency_files.py [SUBMISSIONS]`: a sample of so many, 70,000 of 50 agencies unless said
otherwise. Prints what ran on what, and asserts nothing but what is promised: 50 files open at once
take at most 300 MB more than one.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from cyclopts import App

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from partnership import database_files, making  # noqa: E402
from partnership.builds import build  # noqa: E402
from partnership.queries import metric_rows, opened  # noqa: E402

app = App()
MOST_MB = 300
# One after the other on every file, as people at every agency would ask for them.
METRICS = ("time_to_fill", "redundant_submissions", "feedback_latency", "scorecard_lines")


@app.default
def measure(submissions: int = 70_000) -> None:
    """Build a sample, then open its agencies' files in a process of its own."""
    with TemporaryDirectory() as name:
        exports, builds = Path(name) / "sample", Path(name) / "builds"
        sampling = ["sample", str(exports), "--submissions", str(submissions)]
        subprocess.run([sys.executable, "-m", "partnership", *sampling], cwd=ROOT, check=True)
        spent: dict[str, float] = {}
        making.write_agency_files = _timed(spent, database_files.write_agency_files)
        started = time.perf_counter()
        made = build([exports], builds=builds)
        seconds = time.perf_counter() - started
        files = sorted((made.path / "agencies").glob("*.duckdb"))
        opening = [sys.executable, __file__, "opening", str(made.path)]
        told = subprocess.run(opening, cwd=ROOT, check=True, capture_output=True, text=True)
        memory = json.loads(told.stdout)
        facts = {
            "submissions": submissions,
            "agencies": len(files),
            "build, seconds": round(seconds, 1),
            "of it the agencies' files": round(spent["wall"], 1),
            "of the processors": round(spent["processor"], 1),
            "their size, MB": round(sum(file.stat().st_size for file in files) / 1e6, 1),
            "memory with one open, MB": round(memory["one"]),
            "with 50 open, MB": round(memory["all"]),
            "machine": f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        }
    for key, value in facts.items():
        print(f"{key:28} {value}")
    more = memory["all"] - memory["one"]
    print(f"50 open take {more:.0f} MB more than one, at most {MOST_MB} are promised.")
    if more > MOST_MB:
        sys.exit("That is too much.")


@app.command
def opening(path: Path) -> None:
    """Open 50 agencies' files (fewer agencies: copies of theirs), ask each, print the memory."""
    files = sorted((path / "agencies").glob("*.duckdb"))
    connections, told = [], {}
    for number in range(50):
        file = files[number % len(files)]
        if number >= len(files):
            copy = path / f"copy{number}.duckdb"
            copy.write_bytes(file.read_bytes())
            file = copy
        connections.append(opened(file))
        for metric in METRICS:
            metric_rows(connections[-1], metric)
        if number == 0:
            told["one"] = _resident()
    told["all"] = _resident()
    print(json.dumps(told))


def _resident() -> float:
    """Megabytes of this process in memory."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def _timed(spent: dict[str, float], work):  # noqa: ANN001, ANN202
    def timed(*given):  # noqa: ANN002, ANN202
        wall, processor = time.perf_counter(), time.process_time()
        found = work(*given)
        spent["wall"] = time.perf_counter() - wall
        spent["processor"] = time.process_time() - processor
        return found

    return timed


if __name__ == "__main__":
    app()
