"""pack and open: one agency's figures in a file, and that file on the agency's own machine."""

import os
import subprocess
import sys
from pathlib import Path

from partnership import packs, published
from partnership.commands.usage import DONE
from partnership.files import checksum
from partnership.labels import packs as words
from partnership.settings import BUILDS, DATA

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


def pack(*, agency: str, out: Path, builds: Path = BUILDS) -> int:
    """Write one agency's figures into a zip, to send: what it may see and nothing else.

    Parameters
    ----------
    agency
        The agency's id.
    out
        The zip to write; a file of that name is replaced.
    builds
        The folder of the builds.
    """
    build = published.current(builds)
    packs.pack(build, agency, out)
    named = f"{packs.name_of(build, agency)} ({agency})"
    print(words.PACKED.format(file=out, agency=named, day=build.manifest["as_of"][:10]))
    print(words.FINGERPRINT.format(checksum=checksum(out)))
    return DONE


def open_(file: Path, /, *, received: Path = DATA / "received", only_check: bool = False) -> int:
    """Check a zip that `pack` wrote and open the dashboard on it, apart from figures of your own.

    Parameters
    ----------
    file
        The zip.
    received
        The folder where received figures, and what is typed about them, are kept.
    only_check
        Check and keep it without opening the dashboard.
    """
    folder = packs.folder_of(packs.agency_in(file), received)
    build = packs.unpack(file, folder / "builds")
    agency = packs.packed_for(build) or ""
    said = {"name": build.name, "agency": f"{packs.name_of(build, agency)} ({agency})"}
    print(words.OPENED.format(**said, day=build.manifest["as_of"][:10]))
    print(words.COMMANDS.format(folder=folder.absolute()))
    if only_check:
        return DONE
    return subprocess.run(
        [sys.executable, "-m", "streamlit", "run", str(DASHBOARD)],
        cwd=DASHBOARD.parent,
        env=os.environ | {"PARTNERSHIP_DATA": str(folder.absolute())},
    ).returncode
