"""Who may send candidates to a wave, and from which to which working day."""

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.agencies import with_company
from partnership.sample.characters import Agency
from partnership.sample.clock import LAST, NONE, last_before, position
from partnership.sample.demand import Demand
from partnership.sample.holds import is_on_hold

COMPANY_VOLUME = 0.62
# Sending slows with time, and nothing is sent for ever.
LONGEST, SLOWING = 70, 0.75


def slots(demand: Demand, briefed: pd.DataFrame, agencies: list[Agency]) -> pd.DataFrame:
    """One row per wave and sender: the company itself first (`agency` NONE), then those briefed."""
    waves = demand.waves
    own = pd.DataFrame({"wave": np.arange(len(waves)), "search": waves["search"], "agency": NONE})
    own["ready"], own["released_place"] = NONE, NONE
    theirs = own[["wave", "search"]].merge(
        briefed[["search", "agency", "ready", "released_place"]], on="search"
    )
    both = pd.concat([own, theirs], ignore_index=True)
    both = both.sort_values(["wave", "agency"], kind="stable", ignore_index=True)
    wave = both["wave"].to_numpy()
    start = position(np.maximum(waves["opened"].to_numpy(), clock.COVERS_FROM)) + 1
    both["ready"] = np.maximum(both["ready"].to_numpy(), start[wave])
    last = last_before(waves["closed"].to_numpy())
    held = np.where(is_on_hold(waves), position(waves["hold_from"].to_numpy()) - 1, LAST)
    released = both["released_place"].to_numpy()
    off = np.where(released < 0, LAST, released - 1)
    both["last"] = np.minimum(np.minimum(last, held)[wave], off)
    days = np.clip(both["last"] - both["ready"] + 1, 0, LONGEST)
    volume = with_company(agencies, "volume", COMPANY_VOLUME)[both["agency"]]
    return both.assign(weight=volume * days**SLOWING)
