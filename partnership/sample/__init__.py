"""A synthetic canonical export of any size: an invented company, its searches and its agencies.

Everything is drawn from the seed alone, so the same call writes the same bytes. Large samples are
made in blocks of searches that know nothing of each other, which keeps memory flat.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from partnership.errors import PartnershipError
from partnership.sample import agreements
from partnership.sample.agencies import agencies_for, agency_rows
from partnership.sample.block import block
from partnership.sample.characters import Agency
from partnership.sample.clock import EXPORTED_AT, MINUTES, NONE, Ints
from partnership.sample.company import CLIENT, CLIENT_DOMAIN
from partnership.sample.draws import Streams
from partnership.sample.meetings import regular_meetings
from partnership.sample.tables import Tables
from partnership.sample.writing import Export

Progress = Callable[[str, float], None]

SUBMISSIONS, SEED = 4000, 20260930
FEWEST = 100
SEARCHES_PER_SUBMISSION = 300 / SUBMISSIONS
BLOCK = 100_000
EXPORT = {
    "exported_at": [EXPORTED_AT],
    "covers_from": ["2024-10-01"],
    "selected_by": ["all"],
    "synthetic": [True],
}


def write_sample(
    folder: Path,
    submissions: int = SUBMISSIONS,
    seed: int = SEED,
    progress: Progress | None = None,
) -> None:
    """Writes all 22 tables of the canonical export as CSV files into `folder`.

    Raises PartnershipError below 100 submissions: too few to tell anything.
    """
    if submissions < FEWEST:
        title = f"a sample of {submissions} submissions would show nothing"
        raise PartnershipError(title, f"Ask for at least {FEWEST}.")
    tell = progress or (lambda _label, _fraction: None)
    agencies = agencies_for(submissions, Streams(seed, 0))
    tables = Tables(Export(folder, _widths(submissions, agencies)), agencies)
    first_brief = np.full(len(agencies), NONE)
    sizes = _block_sizes(submissions)
    for place, size in enumerate(sizes):
        done = sum(sizes[:place])
        tell(f"Submissions {done:,} of {submissions:,}", done / submissions)
        streams = Streams(seed, place)
        searched = max(round(size * SEARCHES_PER_SUBMISSION), 1)
        played = block(streams, agencies, searched, size)
        tables.write(streams, played)
        first_brief = _earlier(first_brief, played.briefed)
    tell("Agencies and meetings", 0.98)
    _write_partnerships(tables, Streams(seed, len(sizes)), first_brief)
    tables.export.close()
    tell("Done", 1.0)


def _widths(submissions: int, agencies: list[Agency]) -> dict[str, int]:
    """How many digits ids have at least, by table; `*` for those not named."""
    usual = max(4, len(str(submissions)))
    return {"*": usual, "agencies": max(2, len(str(len(agencies)))), "clients": 2}


def _block_sizes(submissions: int) -> list[int]:
    blocks = max(round(submissions / BLOCK), 1)
    return [submissions // blocks + (place < submissions % blocks) for place in range(blocks)]


def _earlier(first_brief: Ints, briefed: pd.DataFrame) -> Ints:
    """The day of each agency's first brief so far."""
    days = briefed.groupby("agency")["briefed"].min() // MINUTES
    known = first_brief[days.index]
    first_brief[days.index] = np.where(known < 0, days, np.minimum(known, days))
    return first_brief


def _write_partnerships(tables: Tables, streams: Streams, first_brief: Ints) -> None:
    """The tables that know no search: the export itself, agencies, contact, agreements."""
    export, agencies = tables.export, tables.agencies
    client = {"client_id": [1], "name": [CLIENT], "email_domain": [CLIENT_DOMAIN]}
    export.add_text("export", pd.DataFrame(EXPORT))
    export.add("clients", pd.DataFrame(client))
    export.add("agencies", agency_rows(agencies))
    met = regular_meetings(streams("contact"), agencies, first_brief)
    tables.write_meetings(streams, met, np.zeros(0, dtype=np.int64))
    quarters = agreements.worked_quarters(agencies, first_brief)
    export.add("pulse", agreements.pulse_rows(streams("pulse"), agencies, quarters))
    export.add("commitments", agreements.commitment_rows(streams("commitments"), quarters))
    export.add("roles", agreements.role_rows())
    export.add("targets", agreements.target_rows())
