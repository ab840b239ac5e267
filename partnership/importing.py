"""Building from files dropped on the screen: in a process of its own, within limits.

A file of unknown origin may be a bomb. The child may take so much memory and so long; when it is
killed the screen still answers, and what was shown before still is.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Timer
from typing import Any

from partnership import builds as figures
from partnership import errors
from partnership.errors import NeedsAnswer, PartnershipError
from partnership.exports import UPLOAD_LIMITS
from partnership.settings import BUILDS, RECORDS, settings_from

try:
    import resource
except ImportError:  # Windows has no such limits; time is still limited there
    resource = None  # type: ignore[assignment]

Progress = Callable[[str, float], None]
# Reserving a gigabyte ahead of need, as these libraries do, would leave none of what is allowed.
FRUGAL = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OPENBLAS_NUM_THREADS": "1",
}
CORES = 2
ON_THE_COMMAND_LINE = "`python -m partnership build PATH…` on the command line has no such limit."


@dataclass(frozen=True)
class ProcessLimits:
    """What one import may take: bytes of address space, of them for the database, and seconds."""

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
        "memory": within.memory,
        "database_memory": within.database_memory,
    }
    outcome = _child_outcome(request, within.seconds, progress)
    if "built" in outcome:
        return figures.Build(builds / outcome["built"])
    raise _as_error(outcome)


def _child_outcome(request: dict[str, Any], seconds: float, progress: Progress) -> dict[str, Any]:
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
    assert child.stdin and child.stdout
    last: dict[str, Any] = {}
    alarm = Timer(seconds, child.kill)
    alarm.start()
    try:
        with child, child.stdin, child.stdout:
            child.stdin.write(json.dumps(request))
            child.stdin.close()
            for line in child.stdout:
                last = json.loads(line)
                if "step" in last:
                    progress(last["step"], last["share"])
    finally:
        ran_out_of_time = alarm.finished.is_set()
        alarm.cancel()
    if "built" in last or "error" in last:
        return last
    return _limit_reached(f"{seconds:.0f} seconds" if ran_out_of_time else "the memory allowed")


def _limit_reached(limit: str) -> dict[str, Any]:
    message = f"these files need more than {limit} for files added on the screen"
    return {"error": "BuildRefused", "message": message, "next_step": ON_THE_COMMAND_LINE}


def _as_error(outcome: dict[str, Any]) -> PartnershipError:
    kind: type[PartnershipError] = getattr(errors, outcome["error"])
    words = (outcome["message"], outcome["next_step"])
    if kind is NeedsAnswer:
        asked = {key: outcome[key] for key in ("question", "about", "choices")}
        return NeedsAnswer(*words, **asked)
    return kind(*words)


def _serve(request: dict[str, Any]) -> dict[str, Any]:
    """The child's work: build within the limits, and say in one dict how it ended."""
    _keep_to(request["memory"])
    try:
        build = figures.build(
            [Path(path) for path in request["paths"]],
            mapping=request["mapping"],
            builds=Path(request["builds"]),
            records=Path(request["records"]),
            settings=replace(settings_from(), memory_limit=request["database_memory"]),
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
    except MemoryError:
        return _limit_reached("the memory allowed")
    return {"built": build.name}


def _told(error: PartnershipError) -> dict[str, Any]:
    return {
        "error": type(error).__name__,
        "message": error.message,
        "next_step": error.next_step,
    }


def _keep_to(memory: int) -> None:
    """Limit this process's memory and cores, where the system can."""
    if resource and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    _say(_serve(json.load(sys.stdin)))
