"""Whole sets of marts filled by hand, to be read only: nothing, one row of each, several of each."""

from functools import cache

import duckdb
from mart_rows import (
    day,
    gaps,
    in_touch,
    marts_of,
    meetings,
    offer,
    opening,
    profile,
    profiles,
    submission,
    ten,
    twelve,
)

DIMENSIONS = {"client_id": "c1", "department": "Sales", "location": "Oslo", "role_family": "Sales"}
COLLISION = {"redundancy_class": "collision", "is_redundant": True, "owner_agency_id": "north"}
COLLISION |= {"agency_id": "south", "person_id": "ana"}
BRIEF = {"search_id": "s1", "agency_id": "north", "briefed_on": day(0), "is_due": True}
BRIEF |= {"kickoff_on": day(2), "kickoff_lead_days": 2, "has_kickoff": True}


@cache
def no_rows() -> duckdb.DuckDBPyConnection:
    """Marts of nothing."""
    return marts_of()


@cache
def one_row_of_each() -> duckdb.DuckDBPyConnection:
    """One search that everything is about."""
    about = DIMENSIONS | {"search_id": "s1"}
    return in_touch(
        client=[{"client_id": "c1", "name": "Client"}],
        agency=[{"agency_id": "north", "name": "Northgate"}],
        search=[about | {"title": "Engineer"}],
        opening=[opening(1, "90+", **about)],
        brief=[BRIEF | about],
        brief_opening=[{"opening_id": "o01", "agency_id": "north"}],
        submission=[profile(1, 2, "answered", **about)],
        offer=[offer(1, "accepted", agency_id="north", **about)],
        contact_gap=[gaps()[-1] | {"client_id": "c1"}],
        meeting=[meetings()[-1] | about],
    )


@cache
def many_rows_of_each() -> duckdb.DuckDBPyConnection:
    """Two searches of two departments and clients, and everything about both."""
    one, two = (
        {"search_id": f"s{n}", "client_id": f"c{n}", "department": f"d{n}", "level": None}
        for n in (1, 2)
    )
    half = {True: one, False: two}
    openings = [row | half[number < 5] for number, row in enumerate(twelve())]
    return in_touch(
        client=[{"client_id": name, "name": name} for name in ("c1", "c2")],
        agency=[{"agency_id": name, "name": name} for name in ("north", "south")],
        search=[one | {"title": "Engineer"}, two | {"title": "Clerk"}],
        opening=openings,
        brief=[BRIEF | one, BRIEF | two, BRIEF | two | {"agency_id": "south"}],
        brief_opening=[
            {"opening_id": row["opening_id"], "agency_id": name}
            for row in openings
            for name in ("north", "south")
        ],
        submission=[row | half[number < 3] for number, row in enumerate(profiles())]
        + [submission(50, person_id="ana", **two), submission(60, **two) | COLLISION],
        offer=[row | half[number < 4] for number, row in enumerate(ten(agency_id="north"))],
        contact_gap=gaps(client_id="c1") + gaps(client_id="c2"),
        meeting=meetings(**one),
    )
