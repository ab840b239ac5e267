"""The invented company: its sites, departments and jobs."""

from dataclasses import dataclass

import numpy as np

CLIENT = "Fennholt Instruments"
CLIENT_DOMAIN = "fennholt.example.org"


@dataclass(frozen=True)
class Site:
    """Where a job is, and what follows from it."""

    name: str
    country: str
    zone: str
    currency: str
    share: float
    pay: float
    notice_days: int


SITES = [
    Site("Berlin", "DE", "Europe/Berlin", "EUR", 0.28, 1.0, 60),
    Site("Lyon", "FR", "Europe/Paris", "EUR", 0.17, 0.92, 60),
    Site("Dublin", "IE", "Europe/Dublin", "EUR", 0.19, 1.04, 35),
    Site("Boston", "US", "America/New_York", "USD", 0.20, 1.45, 18),
    Site("Chicago", "US", "America/Chicago", "USD", 0.16, 1.32, 18),
]
ZONES = [site.zone for site in SITES]


@dataclass(frozen=True)
class Department:
    """What kind of searches a department opens and how fast its side answers.

    `fill_days` is the middle of the days to fill a seat, `reply_days` of HR's working days to
    answer; `seats` are the chances of one seat, two, …
    """

    name: str
    share: float
    families: tuple[str, str]
    jobs: tuple[str, str]
    fill_days: float
    reply_days: float
    seats: tuple[float, ...]
    pay: int
    hr_partner: str
    leader: str


DEPARTMENTS = [
    Department(
        "Engineering",
        share=0.20,
        families=("Software", "Hardware"),
        jobs=("Software Engineer", "Electronics Engineer"),
        fill_days=79,
        reply_days=8.5,
        seats=(0.80, 0.15, 0.05),
        pay=68000,
        hr_partner="Ruth Adeyemi",
        leader="Tomas Brandvold",
    ),
    Department(
        "Sales",
        share=0.20,
        families=("Field sales", "Key accounts"),
        jobs=("Sales Executive", "Account Manager"),
        fill_days=57,
        reply_days=3.0,
        seats=(0.68, 0.18, 0.09, 0.05),
        pay=56000,
        hr_partner="Ines Caldera",
        leader="Gareth Pym",
    ),
    Department(
        "Operations",
        share=0.19,
        families=("Logistics", "Production"),
        jobs=("Logistics Planner", "Production Lead"),
        fill_days=56,
        reply_days=3.2,
        seats=(0.60, 0.20, 0.10, 0.06, 0.04),
        pay=47000,
        hr_partner="Ines Caldera",
        leader="Sanne Vroom",
    ),
    Department(
        "Customer Care",
        share=0.14,
        families=("Support", "Field service"),
        jobs=("Support Specialist", "Service Technician"),
        fill_days=48,
        reply_days=2.6,
        seats=(0.45, 0.25, 0.15, 0.10, 0.05),
        pay=42000,
        hr_partner="Paul Lindqvist",
        leader="Aoife Dunne",
    ),
    Department(
        "Finance",
        share=0.11,
        families=("Accounting", "Controlling"),
        jobs=("Accountant", "Financial Controller"),
        fill_days=57,
        reply_days=2.9,
        seats=(0.90, 0.10),
        pay=58000,
        hr_partner="Paul Lindqvist",
        leader="Marc Jaubert",
    ),
    Department(
        "Marketing",
        share=0.10,
        families=("Brand", "Digital"),
        jobs=("Brand Manager", "Digital Marketer"),
        fill_days=60,
        reply_days=3.1,
        seats=(0.85, 0.15),
        pay=52000,
        hr_partner="Ines Caldera",
        leader="Helen Ostrow",
    ),
    Department(
        "People",
        share=0.06,
        families=("HR operations", "Learning"),
        jobs=("HR Specialist", "Learning Designer"),
        fill_days=54,
        reply_days=2.2,
        seats=(0.95, 0.05),
        pay=50000,
        hr_partner="Paul Lindqvist",
        leader="Dina Farouk",
    ),
]
DEPARTMENT_NAMES = [department.name for department in DEPARTMENTS]
FAMILIES = [family for department in DEPARTMENTS for family in department.families]
LEVELS = ["Junior", "Professional", "Senior", "Lead"]
LEVEL_SHARES = [0.18, 0.42, 0.28, 0.12]
LEVEL_PAY = np.array([0.8, 1.0, 1.25, 1.6])
TITLES = [
    f"{level} {job}" if level != "Professional" else job
    for department in DEPARTMENTS
    for job in department.jobs
    for level in LEVELS
]

SLOW, SALES, FROZEN = (
    DEPARTMENT_NAMES.index(name) for name in ("Engineering", "Sales", "Operations")
)
FILL_DAYS = np.array([department.fill_days for department in DEPARTMENTS])
REPLY_DAYS = np.array([department.reply_days for department in DEPARTMENTS])
CURRENCIES = np.array([site.currency for site in SITES], dtype=object)
