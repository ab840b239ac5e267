"""Twelve invented agencies of different character."""

from dataclasses import dataclass

from partnership.sample.clock import EXPORTED_ON, FIRST_OPENED, day_number


@dataclass(frozen=True)
class Agency:
    """How an agency works, and how the company works with it.

    `reach` weighs how often it is briefed, `volume` how much it sends per brief, `strength` how
    often its people get offers and `sway` how often they accept; `overlap` is the share of
    redundant submissions; `kickoff` the chances of a kickoff with all three, one without the
    business leader, and a late one (none otherwise); `rhythm` the middle gap between contacts in
    agreed intervals and `missed` how many of them fall through; `answer` its working days to
    answer; `renege` and `leave` multiply the usual risks.
    """

    name: str
    focus: tuple[str, ...] = ()
    region: str = ""
    reach: float = 1.0
    volume: float = 1.0
    strength: float = 1.0
    sway: float = 1.0
    overlap: float = 0.10
    consent: float = 0.95
    kickoff: tuple[float, float, float] = (0.52, 0.16, 0.14)
    rhythm: float = 2.4
    missed: float = 0.08
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
    # Good work, and nobody has called since August.
    Agency(
        "Northgate",
        ("Sales", "Finance"),
        reach=1.3,
        overlap=0.08,
        kickoff=(0.6, 0.15, 0.1),
        rhythm=0.9,
        respect=3.3,
    ),
    # Sends everybody, often somebody who was sent before.
    Agency(
        "Harbour",
        ("Sales", "Operations", "Customer Care"),
        reach=1.6,
        volume=2.3,
        strength=0.8,
        sway=0.75,
        overlap=0.28,
        consent=0.78,
        kickoff=(0.25, 0.2, 0.25),
        rhythm=2.6,
        answer=2.2,
        renege=1.6,
        leave=1.1,
        respect=3.0,
    ),
    # Does what was agreed.
    Agency(
        "Linden",
        ("Engineering", "Finance", "People"),
        reach=1.5,
        volume=0.8,
        strength=2.0,
        sway=2.4,
        overlap=0.03,
        consent=1.0,
        kickoff=(0.86, 0.08, 0.04),
        rhythm=0.6,
        missed=0.0,
        fee=0.25,
        answer=0.5,
        renege=0.3,
        leave=0.4,
        respect=4.4,
    ),
    # Too little to tell.
    Agency(
        "Quay",
        ("People",),
        region="EU",
        reach=0.06,
        strength=0.2,
        overlap=0.0,
        rhythm=1.6,
        interval=30,
    ),
    # A boutique for the department whose side answers late.
    Agency(
        "Tarnbrook",
        ("Engineering",),
        reach=1.2,
        volume=0.9,
        strength=1.2,
        overlap=0.07,
        kickoff=(0.6, 0.2, 0.1),
        rhythm=1.6,
        interval=21,
        ownership=270,
        fee=0.25,
        answer=0.8,
        respect=3.1,
    ),
    Agency("Pellworth", region="US", reach=1.8, overlap=0.11, guarantee=60, fee=0.2),
    # Many seats, small fees, a short ownership.
    Agency(
        "Oakhollow",
        ("Operations", "Customer Care"),
        reach=1.4,
        volume=1.4,
        strength=1.1,
        overlap=0.12,
        rhythm=1.6,
        ownership=30,
        guarantee=60,
        fee=0.17,
    ),
    # Its people accept and then do not come.
    Agency(
        "Saltmere",
        ("Sales", "Marketing"),
        reach=1.2,
        overlap=0.14,
        consent=0.9,
        rhythm=2.8,
        renege=6.0,
    ),
    # Its people leave early.
    Agency("Wrenfield", ("Customer Care", "Operations"), reach=0.9, leave=6.0, ownership=45),
    # A partnership that was ended.
    Agency(
        "Brackenfell",
        ("Marketing", "Sales"),
        region="EU",
        reach=0.9,
        sway=0.8,
        overlap=0.16,
        consent=0.88,
        rhythm=2.5,
        ownership=60,
        respect=2.6,
        last=ENDED_ON,
    ),
    # A new one.
    Agency(
        "Kestrelway",
        region="EU",
        reach=1.1,
        strength=1.3,
        overlap=0.06,
        rhythm=1.1,
        ownership=90,
        fee=0.21,
        respect=4.1,
        first=day_number("2026-01-12"),
    ),
    # Few, senior, expensive, with a long guarantee.
    Agency(
        "Ashcombe",
        ("Finance", "Engineering", "Marketing"),
        reach=0.8,
        volume=0.6,
        strength=1.2,
        sway=1.2,
        overlap=0.05,
        kickoff=(0.7, 0.12, 0.06),
        rhythm=1.7,
        interval=21,
        ownership=365,
        guarantee=180,
        fee=0.3,
        answer=0.7,
    ),
]
# Those that further agencies are modelled on: no one's whole story.
ORDINARY = [4, 5, 6, 7, 8, 11]
