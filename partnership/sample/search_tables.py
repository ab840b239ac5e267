"""The tables about searches: `searches`, `openings`, `briefs`."""

import numpy as np
import pandas as pd

from partnership.sample.block import Block
from partnership.sample.clock import NONE, Ints, day_at, position
from partnership.sample.company import DEPARTMENTS, FAMILIES, LEVELS, SITES, TITLES
from partnership.sample.demand import CANCELLED, OPEN, OUTCOMES, last_waves
from partnership.sample.draws import words
from partnership.sample.holds import is_on_hold
from partnership.sample.kinds import HIRED
from partnership.sample.persons import Texts, texts

STATUSES = ["open", "on_hold", "filled", "cancelled"]
ENGAGEMENTS = ["contingent", "exclusive", "retained"]
TARGET_DAYS = [45, 60, 75, 90]


def search_rows(rng: np.random.Generator, block: Block, search: Ints) -> pd.DataFrame:
    """The table `searches`; its ids are `search`."""
    found, opened = block.found, block.found["opened"].to_numpy()
    return pd.DataFrame(
        {
            "search_id": search,
            "client_id": 1,
            "title": words(found["title"], TITLES),
            "opened_on": opened,
            "status": words(_status(block), STATUSES),
            "approved_on": day_at(position(opened) - rng.integers(1, 9, len(found))),
            "closed_on": block.closed,
            "openings": found["seats"],
            "target_fill_on": opened + rng.choice(TARGET_DAYS, len(found)),
            "department": _of_department(found, "name"),
            "location": _of_site(found, "name"),
            "time_zone": _of_site(found, "zone"),
            "country": _of_site(found, "country"),
            "role_family": words(found["family"], FAMILIES),
            "level": words(found["level"], LEVELS),
            "hr_partner": _of_department(found, "hr_partner"),
            "business_leader": _of_department(found, "leader"),
        }
    )


def _of_site(found: pd.DataFrame, field: str) -> Texts:
    return np.asarray(texts([getattr(site, field) for site in SITES])[found["site"]])


def _of_department(found: pd.DataFrame, field: str) -> Texts:
    values = texts([getattr(department, field) for department in DEPARTMENTS])
    return np.asarray(values[found["department"]])


def _status(block: Block) -> Ints:
    """Open while any seat is; a search that ended with a seat given up was cancelled."""
    last = last_waves(block.demand.waves)
    is_open = block.waves_with(OPEN)[last.index]
    is_cancelled = block.waves_with(CANCELLED)[last.index]
    states = [is_open & is_on_hold(last), is_open, is_cancelled]
    codes = [STATUSES.index(name) for name in ("on_hold", "open", "cancelled")]
    return np.select(states, codes, STATUSES.index("filled"))


def opening_rows(block: Block, search: Ints, opening: Ints, submission: Ints) -> pd.DataFrame:
    """The table `openings`: each filled seat names the submission whose acceptance stands."""
    seats, rows = block.demand.seats, block.rows
    filled_by = np.full(len(seats), NONE)
    is_hired = (rows["kind"] == HIRED).to_numpy()
    filled_by[rows["seat"].to_numpy()[is_hired]] = submission[is_hired]
    replaces = seats["replaces"].to_numpy()
    return pd.DataFrame(
        {
            "opening_id": opening,
            "search_id": search[seats["search"]],
            "opened_on": seats["opened"],
            "closed_on": seats["ended"],
            "outcome": words(seats["outcome"], OUTCOMES),
            "filled_by_submission_id": filled_by,
            "replaces_opening_id": np.where(replaces < 0, NONE, opening[replaces]),
        }
    )


def brief_rows(block: Block, search: Ints) -> pd.DataFrame:
    """The table `briefs`."""
    briefed = block.briefed
    return pd.DataFrame(
        {
            "search_id": search[briefed["search"]],
            "agency_id": briefed["agency"] + 1,
            "briefed_at": briefed["briefed"],
            "released_at": briefed["released"],
            "engagement": words(briefed["engagement"], ENGAGEMENTS),
            "zone": block.site[briefed["search"]],
        }
    )
