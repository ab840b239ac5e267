"""What real exports do to good rows, each oddity a function that some random exports go through."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from export_writing import Row, Tables


def with_oddities(tables: Tables, random: Random) -> Tables:
    """The tables after some of the oddities below, each on a few of its rows."""
    for oddity in ODDITIES:
        if random.random() < 0.3:
            oddity(tables, random)
    return tables


def some(tables: Tables, table: str, random: Random, share: float = 0.15) -> Iterator[Row]:
    """A few rows of a table, none where it did not come in."""
    return (row for row in tables.get(table, []) if random.random() < share)


def moved(day: str, days: int) -> str:
    """A day some days later, or earlier; of an instant only the day."""
    return str(date.fromisoformat(day[:10]) + timedelta(days=days))


def undated_decision(tables: Tables, random: Random) -> None:
    for row in some(tables, "submissions", random):
        row["decided_at"] = ""


def withdrawn_before_receipt(tables: Tables, random: Random) -> None:
    for row in some(tables, "submissions", random, 0.05):
        row["withdrawn_at"] = moved(row["received_at"], -2)


def agency_named_on_a_direct_application(tables: Tables, random: Random) -> None:
    for row in some(tables, "submissions", random):
        if row["channel"] != "agency":
            row["agency_id"] = "00"


def ended_by_us(tables: Tables, random: Random) -> None:
    for row in list(some(tables, "submissions", random)):
        if "stage_events" in tables:
            at = moved(row["received_at"], random.choice((1, 5, 30)))
            event = {"submission_id": row["submission_id"], "stage": "ended", "entered_at": at}
            tables["stage_events"].append(event | {"actor": random.choice(("hr", "agency"))})


def kickoff_before_the_brief(tables: Tables, random: Random) -> None:
    for row in some(tables, "meetings", random):
        if row["kind"] == "kickoff":
            row["starts_at"] = moved(row["starts_at"], -random.choice((3, 20)))


def released_before_given(tables: Tables, random: Random) -> None:
    for row in some(tables, "briefs", random, 0.05):
        row["released_at"] = moved(row["briefed_at"], -1)


def hold_that_ends_before_it_begins(tables: Tables, random: Random) -> None:
    for row in some(tables, "holds", random):
        row["held_until"] = moved(row["held_from"], -4)


def open_search_with_a_closing_day(tables: Tables, random: Random) -> None:
    for row in some(tables, "searches", random):
        if row["status"] == "open":
            row["closed_on"] = moved(row["opened_on"], 30)


def searches_without_seats_on_file(tables: Tables, random: Random) -> None:
    lost = {row["search_id"] for row in some(tables, "searches", random, 0.5)}
    if "openings" in tables:
        kept = [row for row in tables["openings"] if row["search_id"] not in lost]
        tables["openings"] = kept or tables["openings"]


def offers_made_at_one_instant(tables: Tables, random: Random) -> None:
    first: dict[str, str] = {}
    for row in tables.get("offers", []):
        row["extended_at"] = first.setdefault(row["submission_id"], row["extended_at"])


def consent_on_some(tables: Tables, random: Random) -> None:
    for row in tables["submissions"]:
        row["consent_at"] = random.choice(("", moved(row["received_at"], -1)))


def agencies_only_named_by_others(tables: Tables, random: Random) -> None:
    tables.pop("agencies", None)


def other_contact_keys(tables: Tables, random: Random) -> None:
    """One person's records share an e-mail, a number or a profile; a family shares a number."""
    for row in tables["candidates"]:
        person = row["candidate_id"].split("-")[1]
        number = f"30 9182 {int(person):04}"
        given, family = row["full_name"].lower().split()
        key = random.choice(("email", "phone", "both", "profile"))
        row["email"] = row["phone"] = ""
        if key != "profile":
            row["linkedin_url"] = ""
        if key in ("email", "both"):
            mailbox = random.choice((given, given.upper(), f"{given}+jobs"))
            row["email"] = f"{mailbox}@{family}.example.com"
        if key in ("phone", "both"):
            row["phone"] = random.choice((f"+49 {number}", f"0{number}".replace(" ", "")))
    if random.random() < 0.5:
        for row in tables["candidates"][:2]:
            row["phone"] = "+49 30 7654 3217"


ODDITIES: tuple[Callable[[Tables, Random], None], ...] = (
    undated_decision,
    withdrawn_before_receipt,
    agency_named_on_a_direct_application,
    ended_by_us,
    kickoff_before_the_brief,
    released_before_given,
    hold_that_ends_before_it_begins,
    open_search_with_a_closing_day,
    searches_without_seats_on_file,
    offers_made_at_one_instant,
    consent_on_some,
    agencies_only_named_by_others,
    other_contact_keys,
)
