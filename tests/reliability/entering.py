"""A process that saves records, and dies when told to: `entering.py FOLDER WHO COUNT [FAULT]`.

Each save adds one row to each of two tables, both with the same id. Says `WHO-N` after the N-th, or
`refused` where the disk was full. FAULT is one of faults.py.
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from faults import arm  # noqa: E402

from partnership import records  # noqa: E402

COLUMNS = ("id", "text", "entered_by")
TABLES = {"meetings": COLUMNS, "meeting_attendees": COLUMNS}


def save(folder: Path, who: str, number: int) -> None:
    row = {"id": f"{who}-{number}", "text": f"line\nbreak {'x' * 500}", "entered_by": who}
    with records.writing(folder):
        records.append_all(folder, {table: [row] for table in TABLES}, TABLES)


if __name__ == "__main__":
    folder, who, count, *faults = sys.argv[1:]
    for one in faults:
        arm(one)
    for number in range(1, int(count) + 1):
        try:
            save(Path(folder), who, number)
        except OSError:
            print("refused", flush=True)
            break
        print(f"{who}-{number}", flush=True)
