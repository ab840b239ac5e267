"""Two plain exports as a company may have them: semicolons, decimal commas, the day first."""

from collections.abc import Iterable

HEADER = "Job ID;Candidate;E-mail;Source;Received;Rejected on;Salary expectation"
SOURCES = ("Acme GmbH", "ACME", "Best People", "Careers page")
SEARCHES = """Job ID;Title;Department;Opened;Closed;Status
J1;Engineer;IT;13.01.2025;20.03.2025;Filled
J2;Analyst;Sales;14.02.2025;;Open
"""


def candidates(
    sources: Iterable[str] = SOURCES, *, rows_each: int = 3, months: Iterable[int] = (3, 4, 5)
) -> str:
    """The file `candidates`: so many rows of each source."""
    lines = [HEADER]
    for number, source in enumerate(source for source in sources for _ in range(rows_each)):
        month = list(months)[number % len(list(months))]
        person = f"Ann Zebra {number};a{number}@example.org"
        lines.append(f"J{number % 2 + 1};{person};{source};{15 + number}.0{month}.2025;;48.000,50")
    return "\n".join(lines) + "\n"


def with_undecidable_dates(text: str) -> str:
    """The same with every day at most 12 and slashes, which says nothing of their order."""
    lines = text.splitlines()
    rows = [line.split(";") for line in lines[1:]]
    told = [[*row[:4], f"0{1 + n % 9}/1{n % 3}/2025", *row[5:]] for n, row in enumerate(rows)]
    return "\n".join([lines[0], *(";".join(row) for row in told)]) + "\n"
