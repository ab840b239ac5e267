"""What befalls a process in these tests: it is killed, or the disk is full.

`kill:N`: it is killed at its N-th call to the system that changes a file. `full:N`: from the N-th
on the disk is full. `size:N`: no file may grow beyond N bytes, which reaches into a database too.
"""

import errno
import os
import resource
import signal
from collections.abc import Callable
from typing import Any

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
