"""A synthetic canonical export of any size: an invented company, its searches and its agencies.

Everything is drawn from the seed alone, so the same call writes the same bytes. Large samples are made
in blocks of searches that know nothing of each other, which keeps memory flat.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from partnership.errors import PartnershipError
from partnership.sample import conduct, meetings
from partnership.sample.agencies import Agency, agencies_for, agency_rows
from partnership.sample.block import block
from partnership.sample.clock import EXPORTED_AT, MINUTES, NONE, Ints
from partnership.sample.company import CLIENT, CLIENT_DOMAIN
from partnership.sample.draws import Streams
from partnership.sample.tables import Numbers, write_block, write_meetings
from partnership.sample.writing import Export

Progress = Callable[[str, float], None]

SUBMISSIONS, SEED = 4000, 20260930
FEWEST = 100
SEARCHES_PER_SUBMISSION = 300 / 4000
BLOCK = 100_000


def write_sample(
    folder: Path, submissions: int = SUBMISSIONS, seed: int = SEED, progress: Progress | None = None
) -> None:
    """Writes all 22 tables of the canonical export as CSV files into `folder`.

    Raises PartnershipError below 100 submissions: too few to tell anything.
    """
    if submissions < FEWEST:
        raise PartnershipError(
            f"a sample of {submissions} submissions would show nothing",
            f"Ask for at least {FEWEST}.",
        )
    tell = progress or (lambda _label, _fraction: None)
    agencies = agencies_for(submissions, Streams(seed, 0))
    export = Export(folder, _widths(submissions, agencies))
    numbers, first_brief = Numbers(), np.full(len(agencies), NONE)
    sizes = _block_sizes(submissions)
    for place, size in enumerate(sizes):
        tell(
            f"Submissions {sum(sizes[:place]):,} of {submissions:,}",
            sum(sizes[:place]) / submissions,
        )
        streams = Streams(seed, place)
        played = block(streams, agencies, max(round(size * SEARCHES_PER_SUBMISSION), 1), size)
        write_block(export, numbers, agencies, streams, played)
        first_brief = _earlier(first_brief, played.briefed)
    tell("Agencies and meetings", 0.98)
    _write_agencies(export, numbers, agencies, Streams(seed, len(sizes)), first_brief)
    export.close()
    tell("Done", 1.0)


def _widths(submissions: int, agencies: list[Agency]) -> dict[str, int]:
    return {
        "*": max(4, len(str(submissions))),
        "agencies": max(2, len(str(len(agencies)))),
        "clients": 2,
    }


def _block_sizes(submissions: int) -> list[int]:
    blocks = max(round(submissions / BLOCK), 1)
    return [submissions // blocks + (place < submissions % blocks) for place in range(blocks)]


def _earlier(first_brief: Ints, briefed: pd.DataFrame) -> Ints:
    days = briefed.groupby("agency")["briefed"].min() // MINUTES
    earlier = first_brief.copy()
    known = earlier[days.index]
    earlier[days.index] = np.where(known < 0, days, np.minimum(known, days))
    return earlier


def _write_agencies(
    export: Export, numbers: Numbers, agencies: list[Agency], streams: Streams, first_brief: Ints
) -> None:
    told = {
        "exported_at": [EXPORTED_AT],
        "covers_from": ["2024-10-01"],
        "selected_by": ["all"],
        "synthetic": [True],
    }
    export.add_text("export", pd.DataFrame(told))
    client = {"client_id": ["C-01"], "name": [CLIENT], "email_domain": [CLIENT_DOMAIN]}
    export.add_text("clients", pd.DataFrame(client))
    export.add("agencies", agency_rows(agencies))
    met = meetings.regular_meetings(streams("contact"), agencies, first_brief)
    write_meetings(export, numbers, agencies, streams, met, np.zeros(0, dtype=np.int64))
    export.add("pulse", conduct.pulse_rows(streams("pulse"), agencies, first_brief))
    export.add(
        "commitments", conduct.commitment_rows(streams("commitments"), agencies, first_brief)
    )
    export.add("roles", conduct.role_rows())
    export.add("targets", conduct.target_rows())
