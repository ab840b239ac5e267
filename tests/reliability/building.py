"""A process that builds, and dies when it was told to: `building.py EXPORT BUILDS [FAULT]`.

FAULT is one of faults.py. Says `ready` once everything is loaded, and at the end `built` or
`refused` with the reason, on standard output.
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from faults import arm  # noqa: E402

from partnership.builds import build  # noqa: E402
from partnership.errors import BuildRefused  # noqa: E402

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
