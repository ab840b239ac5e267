"""A process that builds, and dies when it was told to: `building.py EXPORT BUILDS [FAULT]`.

FAULT is `kill:N` (this process is killed at its N-th call to the system that changes a file),
`full:N` (from the N-th on the disk is full) or `size:N` (no file may grow beyond N bytes, which
reaches into the database too). Says `ready` once everything is loaded, and at the end `built` or
`refused` with the reason, on standard output.
"""

import errno
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from partnership.builds import build  # noqa: E402
from partnership.errors import BuildRefused  # noqa: E402

CHANGES_A_FILE = ("fsync", "rename", "replace", "unlink", "rmdir", "chmod", "mkdir")


def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def finds_the_disk_full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def counted(call: Callable[..., Any], count: list[int], fault: Callable[[], None]) -> Any:
    def instead(*arguments: Any, **named: Any) -> Any:
        count[0] -= 1
        if count[0] <= 0:
            fault()
        return call(*arguments, **named)

    return instead


def arm(fault: str) -> None:
    """Put the fault behind the N-th call from now on, or on the size of files."""
    kind, _, number = fault.partition(":")
    if kind == "size":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(number), int(number)))
        return
    count = [int(number)]
    for name in CHANGES_A_FILE:
        happens = dies if kind == "kill" else finds_the_disk_full
        setattr(os, name, counted(getattr(os, name), count, happens))


if __name__ == "__main__":
    export, builds, *faults = sys.argv[1:]
    print("ready", flush=True)
    for one in faults:
        arm(one)
    try:
        build([Path(export)], builds=Path(builds))
    except BuildRefused as refused:
        print("refused", refused.message, flush=True)
    else:
        print("built", flush=True)
