"""Twelve invented agencies of different character, and as many more as a larger sample needs."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from partnership.sample.clock import EXPORTED_ON, FIRST_OPENED, day_number
from partnership.sample.company import DEPARTMENT_NAMES, SITES
from partnership.sample.draws import Floats, Streams


@dataclass(frozen=True)
class Agency:
    """How an agency works, and how the company works with it.

    `reach` weighs how often it is briefed, `volume` how much it sends per brief, `strength` how often its
    people are hired; `overlap` is the share of redundant submissions; `kickoff` the chances of a
    kickoff with all three, without the business leader, late (none otherwise); `rhythm` the middle gap
    between contacts in agreed intervals; `renege` and `leave` multiply the usual risks.
    """

    name: str
    focus: tuple[str, ...] = ()
    region: str = ""
    reach: float = 1.0
    volume: float = 1.0
    strength: float = 1.0
    overlap: float = 0.10
    consent: float = 0.95
    kickoff: tuple[float, float, float] = (0.52, 0.16, 0.14)
    rhythm: float = 0.95
    interval: int = 14
    ownership: int = 180
    guarantee: int = 90
    fee: float = 0.22
    answer: float = 1.2
    renege: float = 1.0
    leave: float = 1.0
    respect: float = 3.7
    first: int = FIRST_OPENED
    last: int = EXPORTED_ON


SILENT, FLOODING, STEADY, TINY = range(4)
SILENT_SINCE = day_number("2026-08-20")
ENDED_ON = day_number("2026-03-31")
TINY_SUBMISSIONS = 9

CHARACTERS = [
    Agency("Northgate", ("Sales", "Finance"), reach=1.3, overlap=0.08, rhythm=0.75, respect=3.3),
    Agency(
        "Harbour", ("Sales", "Operations", "Customer Care"), reach=1.6, volume=2.3, strength=0.8,
        overlap=0.29, consent=0.78, kickoff=(0.25, 0.2, 0.25), rhythm=1.25, answer=2.2, renege=1.6, leave=1.4,
    ),
    Agency(
        "Linden", ("Engineering", "Finance", "People"), reach=1.5, volume=0.8, strength=2.0, overlap=0.03,
        consent=1.0, kickoff=(0.86, 0.08, 0.04), rhythm=0.6, fee=0.25, answer=0.5, renege=0.3, leave=0.4, respect=4.4,
    ),
    Agency("Quay", ("People",), region="EU", reach=0.06, strength=0.2, overlap=0.0, rhythm=1.5, interval=30),
    Agency(
        "Tarnbrook", ("Engineering",), reach=1.2, volume=0.9, strength=1.2, overlap=0.07, interval=21,
        kickoff=(0.6, 0.2, 0.1), ownership=270, fee=0.25, answer=0.8, respect=3.1,
    ),
    Agency("Pellworth", (), region="US", reach=1.8, overlap=0.11, rhythm=1.05, guarantee=60, fee=0.2),
    Agency(
        "Oakhollow", ("Operations", "Customer Care"), reach=1.4, volume=1.4, strength=1.1, overlap=0.12,
        rhythm=0.9, guarantee=60, fee=0.17, ownership=120,
    ),
    Agency("Saltmere", ("Sales", "Marketing"), reach=0.9, overlap=0.14, consent=0.9, rhythm=1.3, renege=4.0),
    Agency("Wrenfield", ("Customer Care", "Operations"), reach=0.9, overlap=0.10, leave=4.0, guarantee=100),
    Agency(
        "Brackenfell", ("Marketing", "Sales"), region="EU", reach=0.9, overlap=0.16, consent=0.88, rhythm=1.4,
        respect=2.6, last=ENDED_ON,
    ),
    Agency(
        "Kestrelway", (), region="EU", reach=1.1, strength=1.3, overlap=0.06, rhythm=0.8, fee=0.21, ownership=90,
        first=day_number("2026-01-12"), respect=4.1,
    ),
    Agency(
        "Ashcombe", ("Finance", "Engineering", "Marketing"), reach=0.8, volume=0.6, strength=1.2, overlap=0.05,
        interval=21, kickoff=(0.7, 0.12, 0.06), fee=0.3, ownership=365, guarantee=180, answer=0.7,
    ),
]  # fmt: skip
_FIRST = "Alder Birch Cinder Drift Ember Fallow Glen Hazel Ivory Juniper Keel Larch Mallow Nettle Otter Peat Quill Rowan Sedge Thorn".split()
_SECOND = "bank beck bridge combe cross dale fold garth hythe mead mere moor ridge shaw stead stone thwaite vale wick yard".split()


def agencies_for(submissions: int, streams: Streams) -> list[Agency]:
    """The twelve, and more of moderate character: about 190 for a million submissions, at most 400."""
    count = int(np.clip(round(12 * (submissions / 4000) ** 0.5), 12, 400))
    rng = streams("agencies")
    names = [first + second for second in _SECOND for first in _FIRST]
    others = []
    for name in names[: count - len(CHARACTERS)]:
        model = CHARACTERS[int(rng.integers(4, len(CHARACTERS) - 2))]
        focus = tuple(rng.choice(DEPARTMENT_NAMES, size=2, replace=False).tolist())
        overlap = round(float(rng.uniform(0.03, 0.2)), 3)
        others.append(
            replace(
                model,
                name=name,
                focus=focus,
                overlap=overlap,
                rhythm=round(float(rng.uniform(0.7, 1.3)), 2),
            )
        )
    return CHARACTERS + others


def numbers(agencies: list[Agency], field: str) -> Floats:
    """One property of every agency, to be looked up by agency."""
    return np.array([getattr(agency, field) for agency in agencies], dtype=float)


def briefing_weights(agencies: list[Agency]) -> Floats:
    """How likely each agency is briefed: agency × department × site."""
    is_us = np.array([site.country == "US" for site in SITES])
    weights = np.zeros((len(agencies), len(DEPARTMENT_NAMES), len(SITES)))
    for place, agency in enumerate(agencies):
        focus = np.array(
            [1.0 if name in agency.focus or not agency.focus else 0.15 for name in DEPARTMENT_NAMES]
        )
        region = {"US": is_us, "EU": ~is_us}.get(agency.region, np.ones(len(SITES)))
        weights[place] = agency.reach * focus[:, None] * region[None, :]
    return weights


def domain(agency: Agency) -> str:
    """The agency's mail domain, under a reserved name."""
    return f"{agency.name.lower()}.example.com"


def agency_rows(agencies: list[Agency]) -> pd.DataFrame:
    """The table `agencies`. One agency's terms are left to the usual ones."""
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
