"""Each agency's texts, ids, names and pay are one of a kind: no other's file has a byte of them."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from small_export import write_export

from partnership import builds
from partnership.published import Build
from partnership.queries import opened
from partnership.readers import HR_FILE, Reader

AGENCIES = ("ada", "bix", "cyd", "dov")
EACH = 7  # candidates of an agency: enough for a pool of the others
Row = dict[str, str]


def canary(agency: str, what: str, number: int = 0) -> str:
    """A text that only this agency has, and only there."""
    return f"zq{agency}{what}{number}"


def salary(agency: str, number: int) -> str:
    """An amount that only this agency has."""
    return f"{71000 + 1000 * AGENCIES.index(agency) + 10 * number + 3}.17"


def tables() -> dict[str, list[Row]]:
    """Four agencies that share one search and have one each; each sends EACH people, the first of
    whom every agency sends too, and names its neighbour wherever words can be typed."""
    made: dict[str, list[Row]] = {
        "export": [{"exported_at": "2026-07-10T12:00:00Z"}],
        "searches": [search("shared", "Engineer")],
    }
    for at, agency in enumerate(AGENCIES):
        neighbour = AGENCIES[(at + 1) % len(AGENCIES)]
        for table, rows in rows_of(agency, neighbour, at).items():
            made.setdefault(table, []).extend(rows)
    return made


def search(number: str, title: str) -> Row:
    names = {"hr_partner": "zqhrpartner", "business_leader": "zqleader"}
    dates = {"opened_on": "2026-03-01", "status": "open", "department": "Tech"}
    return {"search_id": number, "title": title} | dates | names


def rows_of(agency: str, neighbour: str, at: int) -> dict[str, list[Row]]:
    own = canary(agency, "search")
    named = f"Known through {canary(neighbour, 'name')}, ask there"
    rows: dict[str, list[Row]] = {
        "agencies": [
            {"agency_id": agency, "name": canary(agency, "name")}
            | {"email_domain": f"{canary(agency, 'domain')}.example", "fee_rate": f"0.2{at + 1}7"}
        ],
        "searches": [search(own, canary(agency, "title"))],
        "briefs": [brief(one, agency) for one in ("shared", own)],
        "meetings": [
            {"meeting_id": canary(agency, "meeting"), "agency_id": agency, "kind": "check_in"}
            | {"starts_at": "2026-04-15T09:00:00Z", "status": "held"}
            | {"topics": f"{canary(agency, 'topic')};{canary(neighbour, 'name')}"}
        ],
        "meeting_attendees": [
            {"meeting_id": canary(agency, "meeting"), "party": "agency"}
            | {"email": f"{canary(agency, 'guest')}@example.com"}
        ],
        "commitments": [
            {"commitment_id": canary(agency, "promise"), "agency_id": agency, "owner": "agency"}
            | {"made_on": "2026-05-01", "due_on": "2026-06-01", "text": named}
        ],
        "targets": [
            {"agency_id": agency, "metric": "feedback_latency.on_time_rate", "floor": f"0.3{at}1"}
            | {"target": f"0.8{at}1", "agreed_by": "zqagreed"}
        ],
        "requests": [
            {"request_id": canary(agency, "request"), "agency_id": agency, "search_id": own}
            | {"asked_at": "2026-04-01T09:00:00Z", "answered_at": ""}
        ],
        "pulse": [
            {"response_id": canary(agency, "pulse"), "agency_id": agency, "asked_on": "2026-06-01"}
            | {"respondent": "hr", "item": "goals", "score": "4"}
        ],
        "disputes": [
            {"dispute_id": canary(agency, "dispute"), "submission_id": canary(agency, "u", 0)}
            | {"raised_by": "agency", "raised_at": "2026-05-01T09:00:00Z", "about": "ownership"}
            | {"fee_at_stake": salary(agency, 90), "currency": "EUR"}
            | {"settled_at": "2026-05-20T09:00:00Z", "outcome": canary(neighbour, "name")}
        ],
    }
    for number in range(EACH):
        for table, row in case(agency, own, named, at, number).items():
            rows.setdefault(table, []).append(row)
    return rows


def brief(number: str, agency: str) -> Row:
    return {"search_id": number, "agency_id": agency, "briefed_at": "2026-03-02T09:00:00Z"}


def case(agency: str, own: str, named: str, at: int, number: int) -> dict[str, Row]:
    """One person: the first is everybody's, on the search that all have."""
    sent = canary(agency, "u", number)
    answer = "accepted" if number == 1 else "declined"
    who = "ann.everyone@example.com" if number == 0 else f"{canary(agency, 'mail', number)}@x.org"
    day = f"2026-04-{2 + at + number:02}T09:00:00Z"
    return {
        "candidates": {"candidate_id": canary(agency, "c", number), "email": who}
        | {"full_name": "Ann Everyone" if number == 0 else canary(agency, "person", number)},
        "submissions": {"submission_id": sent, "candidate_id": canary(agency, "c", number)}
        | {"search_id": own if number % 2 else "shared", "channel": "agency", "agency_id": agency}
        | {"received_at": day, "decision": "rejected" if number > 1 else ""}
        | {"decided_at": "2026-04-20T09:00:00Z" if number > 1 else ""}
        | {"decision_reason": named if number > 1 else "", "withdrawal_reason": ""},
        "offers": {"offer_id": canary(agency, "offer", number), "submission_id": sent}
        | {"extended_at": "2026-05-05T09:00:00Z", "outcome": answer}
        | {"answered_at": "2026-05-07T09:00:00Z", "decline_reason": "" if number == 1 else named}
        | {"offered_salary": salary(agency, number), "expected_salary": salary(agency, 30 + number)}
        | {"standard_salary": salary(agency, 50 + number), "currency": "EUR"},
        "placements": {"placement_id": canary(agency, "start", number), "submission_id": sent}
        | {"started_on": "2026-06-01" if number == 1 else "", "currency": "EUR"}
        | {"fee_amount": salary(agency, 70 + number)},
    }  # fmt: skip


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("one_of_a_kind")
    return builds.build([write_export(folder / "export", **tables())], builds=folder / "builds")


def cells_of(file: Path) -> str:
    """Every value of every table of a file as text."""
    with closing(opened(file)) as connection:
        names = connection.execute(
            "select database_name, schema_name, table_name from duckdb_tables()"
        ).fetchall()
        rows = [
            connection.execute(f'from "{schema}"."{table}"').fetchall()
            for _, schema, table in names
        ]
    return repr(rows)


def uncompressed(file: Path, folder: Path) -> bytes:
    """The bytes of a file whose tables are written anew as they are, nothing packed."""
    copy = folder / f"{file.stem}.plain"
    with closing(duckdb.connect()) as connection:
        connection.execute("set force_compression = 'uncompressed'")
        connection.execute(f"attach '{file}' as packed (read_only)")
        connection.execute(f"attach '{copy}' as plain")
        connection.execute("copy from database packed to plain")
    return copy.read_bytes()


def amounts(agency: str) -> Iterator[str]:
    for number in range(100):
        yield salary(agency, number).removesuffix(".17")


def canaries_in(text: str) -> set[str]:
    """Whose canaries are there, by agency; `hr` for those that no agency may see."""
    found = set(re.findall("|".join(AGENCIES), " ".join(re.findall(r"zq[a-z]+", text))))
    return found | ({"hr"} if re.search("zqhrpartner|zqleader|zqagreed|guest", text) else set())


@pytest.mark.parametrize("agency", AGENCIES)
def test_no_file_holds_a_byte_of_another_agency(build: Build, agency: str, tmp_path: Path) -> None:
    file = Reader(agency).file_in(build.path)
    cells = cells_of(file)
    for text in (cells, file.read_bytes().decode("latin-1"),
                 uncompressed(file, tmp_path).decode("latin-1")):  # fmt: skip
        assert canaries_in(text) == {agency}
    for other in AGENCIES:
        seen = [amount for amount in amounts(other) if f"'{amount}.1700'" in cells]
        assert bool(seen) == (other == agency), (other, seen)
    assert "Everyone" not in cells and "example.com" not in cells


def test_hrs_file_has_them_all_and_the_search_finds_them(build: Build) -> None:
    cells = cells_of(build.path / HR_FILE)
    assert canaries_in(cells) >= set(AGENCIES) | {"hr"}
    found: dict[str, Any] = {
        agency: sum(f"'{amount}.1700'" in cells for amount in amounts(agency))
        for agency in AGENCIES
    }
    assert found == dict.fromkeys(AGENCIES, 4 * EACH + 1)


def test_each_learns_the_kind_of_what_others_sent_too_and_no_more(build: Build) -> None:
    for at, agency in enumerate(AGENCIES):
        with closing(opened(Reader(agency).file_in(build.path))) as connection:
            rows = connection.execute(
                "select redundancy_class, earlier_submission_id, owner_agency_id, "
                "days_after_earlier from marts.submission where submission_id = $id",
                {"id": canary(agency, "u", 0)},
            ).fetchall()
        # Sent on four days in a row: all but the first come within a week of an earlier one.
        expected = ("collision", None, None, 7) if at else ("unique", None, agency, None)
        assert rows == [expected]
