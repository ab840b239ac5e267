"""Building from files dropped on the screen: in a process of its own, within limits.

A file of unknown origin may be a bomb. The child may take so much memory and so long; when it is
killed the screen still answers, and what was shown before still is.
"""

import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Any

from partnership import builds as figures
from partnership import errors, settings
from partnership.errors import NeedsAnswer, PartnershipError
from partnership.exports import UPLOAD_LIMITS
from partnership.publishing import remove_unfinished
from partnership.settings import BUILDS, RECORDS

Progress = Callable[[str, float], None]
# These libraries keep memory for themselves ahead of need, out of what is allowed.
FRUGAL = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OPENBLAS_NUM_THREADS": "1",
}
CORES = 2
ON_THE_COMMAND_LINE = "`python -m partnership build PATH…` on the command line has no such limit."


@dataclass(frozen=True)
class ProcessLimits:
    """What one import may take: bytes in memory, of them for the database, and seconds."""

    memory: int = 1_500_000_000
    database_memory: str = "600MB"
    seconds: float = 60.0


PROCESS_LIMITS = ProcessLimits()


def build_dropped(
    paths: Sequence[Path],
    *,
    mapping: str = "auto",
    builds: Path = BUILDS,
    records: Path = RECORDS,
    within: ProcessLimits = PROCESS_LIMITS,
    progress: Progress = lambda step, share: None,
) -> figures.Build:
    """Publish the build of these files; answers are those kept in `records`.

    Raises what `builds.build` raises, and BuildRefused where a limit is reached.
    """
    request = {
        "paths": [str(path.resolve()) for path in paths],
        "mapping": mapping,
        "builds": str(builds.resolve()),
        "records": str(records.resolve()),
        "settings": str(settings.SETTINGS_FILE.resolve()),
        "database_memory": within.database_memory,
    }
    try:
        outcome = _child_outcome(request, within, progress)
    finally:
        remove_unfinished(builds)
    if "built" in outcome:
        return figures.Build(builds / outcome["built"])
    raise _as_error(outcome)


class Watch(Thread):
    """Ends a child that takes too much memory or too long; `reached` is then that limit in words.

    What counts is the memory that the child occupies. What it reserves says nothing: the database
    reserves gigabytes to read two hundred rows, so a limit on that would refuse every file.
    """

    INTERVAL = 0.05

    def __init__(self, child: subprocess.Popen[str], within: ProcessLimits) -> None:
        super().__init__(daemon=True)
        self.child, self.within, self.reached = child, within, ""

    def run(self) -> None:
        """Look at the child until it has ended."""
        last_moment = time.monotonic() + self.within.seconds
        while self.child.poll() is None:
            if time.monotonic() > last_moment:
                self._end(f"{self.within.seconds:,.0f} seconds")
            elif occupied_bytes(self.child.pid) > self.within.memory:
                self._end(f"{self.within.memory / 1e6:,.0f} MB of memory")
            time.sleep(self.INTERVAL)

    def _end(self, limit: str) -> None:
        self.reached = limit
        self.child.kill()


def occupied_bytes(process: int) -> int:
    """The memory that a process occupies; 0 where the system has no /proc to say it."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _child_outcome(
    request: dict[str, Any], within: ProcessLimits, progress: Progress
) -> dict[str, Any]:
    """Run the request in a child, pass its progress on, and return its last word."""
    child = subprocess.Popen(
        [sys.executable, "-m", "partnership.importing"],
        cwd=Path(__file__).parent.parent,
        env=os.environ | FRUGAL,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    watch = Watch(child, within)
    watch.start()
    try:
        last = _last_word(child, json.dumps(request), progress)
    except BaseException:  # such as a reader who leaves the screen: nobody waits for it any more
        child.kill()
        raise
    finally:
        child.wait()
        watch.join()
    if "built" in last or "error" in last:
        return last
    return _limit_reached(watch.reached) if watch.reached else _broken_off(child.returncode)


def _last_word(child: subprocess.Popen[str], request: str, progress: Progress) -> dict[str, Any]:
    assert child.stdin and child.stdout
    last: dict[str, Any] = {}
    with child.stdout:
        try:
            with child.stdin:
                child.stdin.write(request)
        except BrokenPipeError:  # it ended before it was asked; its exit code says how
            return last
        for line in child.stdout:
            if line.endswith("\n"):  # else it was ended in the middle of a word
                last = json.loads(line)
            if "step" in last:
                progress(last["step"], last["share"])
    return last


def _limit_reached(limit: str) -> dict[str, Any]:
    message = f"these files need more than {limit} for files added on the screen"
    return {"error": "BuildRefused", "message": message, "next_step": ON_THE_COMMAND_LINE}


def _broken_off(exit_code: int) -> dict[str, Any]:
    """Ended by none of our limits: by a signal of the system, or by a fault of the program."""
    message = f"reading these files broke off (exit code {exit_code})"
    next_step = "Try again with fewer files at a time. If it stays so, report it with this code."
    return {"error": "BuildRefused", "message": message, "next_step": next_step}


def _as_error(outcome: dict[str, Any]) -> PartnershipError:
    kind: type[PartnershipError] = getattr(errors, outcome["error"])
    words = (outcome["message"], outcome["next_step"])
    if kind is NeedsAnswer:
        asked = {key: outcome[key] for key in ("question", "about", "choices")}
        return NeedsAnswer(*words, **asked)
    return kind(*words)


def _serve(request: dict[str, Any]) -> dict[str, Any]:
    """The child's work: build, and say in one dict how it ended."""
    try:
        kept = settings.settings_from(Path(request["settings"]))
        build = figures.build(
            [Path(path) for path in request["paths"]],
            mapping=request["mapping"],
            builds=Path(request["builds"]),
            records=Path(request["records"]),
            settings=replace(kept, memory_limit=request["database_memory"]),
            limits=UPLOAD_LIMITS,
            progress=lambda step, share: _say({"step": step, "share": share}),
        )
    except NeedsAnswer as error:
        return _told(error) | {
            "question": error.question,
            "about": error.about,
            "choices": error.choices,
        }
    except PartnershipError as error:
        return _told(error)
    except Exception as error:
        return _fault(error)
    return {"built": build.name}


def _told(error: PartnershipError) -> dict[str, Any]:
    return {
        "error": type(error).__name__,
        "message": error.message,
        "next_step": error.next_step,
    }


def _fault(error: Exception) -> dict[str, Any]:
    """A fault of the program: where it happened. The text of an exception can hold rows."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    message = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    next_step = "This is a fault of the program, not of your files: report it with this line."
    return {"error": "BuildRefused", "message": message, "next_step": next_step}


def _stand_back() -> None:
    """Where Linux lets us: leave cores to the dashboard, and where memory ends, be ended first."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("1000")


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    _stand_back()
    _say(_serve(json.load(sys.stdin)))
