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

    `fill_days` is the middle of the days to fill a seat, `reply_days` of HR's working days to answer.
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
        "Engineering", 0.21, ("Software", "Hardware"), ("Software Engineer", "Electronics Engineer"),
        74, 8.5, (0.80, 0.15, 0.05), 68000, "Ruth Adeyemi", "Tomas Brandvold",
    ),
    Department(
        "Sales", 0.20, ("Field sales", "Key accounts"), ("Sales Executive", "Account Manager"),
        52, 2.7, (0.68, 0.18, 0.09, 0.05), 56000, "Ines Caldera", "Gareth Pym",
    ),
    Department(
        "Operations", 0.17, ("Logistics", "Production"), ("Logistics Planner", "Production Lead"),
        50, 2.9, (0.60, 0.20, 0.10, 0.06, 0.04), 47000, "Ines Caldera", "Sanne Vroom",
    ),
    Department(
        "Customer Care", 0.14, ("Support", "Field service"), ("Support Specialist", "Service Technician"),
        42, 2.3, (0.45, 0.25, 0.15, 0.10, 0.05), 42000, "Paul Lindqvist", "Aoife Dunne",
    ),
    Department(
        "Finance", 0.12, ("Accounting", "Controlling"), ("Accountant", "Financial Controller"),
        56, 2.6, (0.90, 0.10), 58000, "Paul Lindqvist", "Marc Jaubert",
    ),
    Department(
        "Marketing", 0.10, ("Brand", "Digital"), ("Brand Manager", "Digital Marketer"),
        55, 2.8, (0.85, 0.15), 52000, "Ines Caldera", "Helen Ostrow",
    ),
    Department(
        "People", 0.06, ("HR operations", "Learning"), ("HR Specialist", "Learning Designer"),
        50, 2.0, (0.95, 0.05), 50000, "Paul Lindqvist", "Dina Farouk",
    ),
]  # fmt: skip
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
    DEPARTMENT_NAMES.index(name) for name in ("Engineering", "Sales", "Marketing")
)
FILL_DAYS = np.array([department.fill_days for department in DEPARTMENTS])
REPLY_DAYS = np.array([department.reply_days for department in DEPARTMENTS])
