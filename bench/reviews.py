"""Measures how long the files of the quarterly reviews take: one agency's slides, and of every
agency slides, PDF and workbook, on the sample.

    .venv/bin/python bench/reviews.py

Each is timed from the figures on: the review is put together, then written. Seconds of this machine
and of one of its processors.
"""

import resource
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from partnership import builds, published  # noqa: E402
from partnership.published import Build  # noqa: E402
from partnership.review import FORMATS, write  # noqa: E402
from partnership.review.cases import cases_of  # noqa: E402
from partnership.review.composed import review_of  # noqa: E402
from partnership.review.source import about, quarter_of  # noqa: E402
from partnership.settings import SAMPLE  # noqa: E402

# What they may take on two processors.
ONE_DECK, ALL_FILES = 5.0, 60.0


@dataclass
class Taken:
    """Seconds on the clock and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.processor:.1f} s of a processor)"


def main() -> int:
    """Print what was measured; fails where it takes longer than it may."""
    with TemporaryDirectory() as folder:
        builds.build([SAMPLE], builds=Path(folder) / "builds")
        build = published.current(Path(folder) / "builds")
        agencies = list(about(build).agencies)
        first = timed(build, agencies[:1], FORMATS[:1], Path(folder))
        every = timed(build, agencies, FORMATS, Path(folder))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"slides of one agency: {first}, at most {ONE_DECK:.0f} s")
    print(f"{len(agencies)} agencies, {len(FORMATS)} formats: {every}, at most {ALL_FILES:.0f} s")
    print(f"memory at most: {memory:.0f} MB")
    return int(first.clock > ONE_DECK or every.clock > ALL_FILES)


def timed(build: Build, agencies: list[str], endings: tuple[str, ...], folder: Path) -> Taken:
    """How long the reviews of these agencies take in these formats."""
    clock, processor = perf_counter(), process_time()
    quarter = quarter_of(about(build), None)
    for agency in agencies:
        review = review_of(build, agency, quarter)
        for ending in endings:
            cases = cases_of(build, agency, quarter) if ending == ".xlsx" else None
            write(review, folder / f"{agency}{ending}", cases=cases)
    return Taken(perf_counter() - clock, process_time() - processor)


if __name__ == "__main__":
    sys.exit(main())
