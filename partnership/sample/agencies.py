"""The agencies as numbers, and as many more of them as a larger sample needs."""

from dataclasses import replace

import numpy as np
import pandas as pd

from partnership.sample.characters import CHARACTERS, ORDINARY, Agency
from partnership.sample.company import DEPARTMENT_NAMES, SITES
from partnership.sample.draws import Floats, Streams

MOST = 400
_FIRST = """
Alder Birch Cinder Drift Ember Fallow Glen Hazel Ivory Juniper Keel Larch Mallow Nettle Otter Peat
Quill Rowan Sedge Thorn
""".split()
_SECOND = """
bank beck bridge combe cross dale fold garth hythe mead mere moor ridge shaw stead stone thwaite
vale wick yard
""".split()


def agencies_for(submissions: int, streams: Streams) -> list[Agency]:
    """The twelve, and more of moderate character: about 190 for a million submissions."""
    count = int(np.clip(round(12 * (submissions / 4000) ** 0.5), 12, MOST))
    names = [first + second for second in _SECOND for first in _FIRST]
    rng = streams("agencies")
    return CHARACTERS + [_another(rng, name) for name in names[: count - len(CHARACTERS)]]


def _another(rng: np.random.Generator, name: str) -> Agency:
    return replace(
        CHARACTERS[int(rng.choice(ORDINARY))],
        name=name,
        focus=tuple(rng.choice(DEPARTMENT_NAMES, size=2, replace=False).tolist()),
        overlap=round(float(rng.uniform(0.03, 0.2)), 3),
        rhythm=round(float(rng.uniform(0.7, 1.3)), 2),
    )


def numbers(agencies: list[Agency], field: str) -> Floats:
    """One property of every agency, to be looked up by agency."""
    return np.array([getattr(agency, field) for agency in agencies], dtype=float)


def with_company(agencies: list[Agency], field: str, company: float) -> Floats:
    """The same, and the company's own value where the agency is NONE."""
    return np.append(numbers(agencies, field), company)


def briefing_weights(agencies: list[Agency]) -> Floats:
    """How likely each agency is briefed: agency × department × site."""
    is_us = np.array([site.country == "US" for site in SITES])
    weights = np.zeros((len(agencies), len(DEPARTMENT_NAMES), len(SITES)))
    for place, agency in enumerate(agencies):
        is_focus = np.array([name in agency.focus for name in DEPARTMENT_NAMES])
        focus = np.where(is_focus | (not agency.focus), 1.0, 0.15)
        region = {"US": is_us, "EU": ~is_us}.get(agency.region, np.ones(len(SITES)))
        weights[place] = agency.reach * focus[:, None] * region[None, :]
    return weights


def domain(agency: Agency) -> str:
    """The agency's mail domain, under a reserved name."""
    return f"{agency.name.lower()}.example.com"


def agency_rows(agencies: list[Agency]) -> pd.DataFrame:
    """The table `agencies`."""
    return pd.DataFrame(
        {
            "agency_id": np.arange(1, len(agencies) + 1),
            "name": [agency.name for agency in agencies],
            "email_domain": [domain(agency) for agency in agencies],
            "ownership_days": [agency.ownership for agency in agencies],
            "guarantee_days": [agency.guarantee for agency in agencies],
            "meeting_interval_days": [agency.interval for agency in agencies],
            "fee_rate": [agency.fee for agency in agencies],
        }
    )
