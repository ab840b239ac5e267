"""How much memory the database may use where no setting says so."""

# More makes a build of a million submissions hardly faster.
MOST = 2 * 2**30
# An agency's file holds one agency's rows; many of them are open at once.
OF_AN_AGENCY = "512MiB"
BYTES = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}


def quarter(four_fifths: str) -> str:
    """A quarter of this machine's memory, within reason, from DuckDB's own default: 80 % of it."""
    number, unit = four_fifths.split()
    return f"{min(float(number) * BYTES[unit] * 0.25 / 0.8, MOST) / 2**20:.0f}MiB"
