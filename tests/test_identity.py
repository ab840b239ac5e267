"""Which candidate records are one person, by exact contact keys."""

from collections.abc import Mapping
from datetime import date
from random import Random

import duckdb
import pytest
from asking import GivenExport

from partnership.identity import MACROS, identify

Record = Mapping[str, str]
VERDICTS = (
    "create table staging.verdicts (candidate_id_a varchar, candidate_id_b varchar, "
    "verdict varchar, judged_on date)"
)


def persons(given: GivenExport, *records: Record, **tables: object) -> list[str]:
    """The person of each record, in the order of the records."""
    candidates = [{"candidate_id": f"c{n}"} | record for n, record in enumerate(records)]
    submissions = [{"candidate_id": row["candidate_id"]} for row in candidates]
    export = given(candidates=candidates, submissions=submissions, **tables)
    return [r["person_id"] for r in export.rows("person_contact", "candidate_id")]


def links(given: GivenExport, *records: Record, **tables: object) -> list[tuple[str, str]]:
    """Rule and status of every pair."""
    candidates = [{"candidate_id": f"c{n}"} | record for n, record in enumerate(records)]
    submissions = [{"candidate_id": row["candidate_id"]} for row in candidates]
    export = given(candidates=candidates, submissions=submissions, **tables)
    return [(r["rule"], r["status"]) for r in export.rows("person_link")]


@pytest.fixture(scope="module")
def macros() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(MACROS.read_text(encoding="utf-8"))
    return connection


@pytest.mark.parametrize(
    ("macro", "written", "plain"),
    [
        (
            "plain_text",
            "Łódź Straße Ærø Øystein Đorđe Þór Œuvre",
            "lodz strasse aero oystein dorde",
        ),
        ("plain_email", " Ana.Kova+jobs@GoogleMail.com ", "anakova@gmail.com"),
        ("plain_email", "Ana.Kova+jobs@Example.org", "ana.kova@example.org"),
        ("plain_email", "not an address", None),
        ("plain_phone", "+49 (0)170 123-4560", "701234560"),
        ("plain_phone", "0170/1234560 ext 12", "701234560"),
        ("plain_phone", "12345", None),
        ("plain_phone", "0000000000", None),
        ("plain_phone", "+1 123 456 789", None),
        ("plain_linkedin", "https://www.LinkedIn.com/IN/Ana-Kova/?trk=x", "ana-kova"),
        ("plain_linkedin", "linkedin.com/in/ana-kova#top", "ana-kova"),
        ("plain_linkedin", "ana-kova", "ana-kova"),
        ("plain_linkedin", "https://example.com/ana", None),
    ],
)
def test_keys_are_the_same_however_they_are_written(
    macros: duckdb.DuckDBPyConnection, macro: str, written: str, plain: str | None
) -> None:
    row = macros.execute(f"select {macro}($written)", {"written": written}).fetchone()
    assert row is not None
    assert row[0] == plain or (macro == "plain_text" and row[0].startswith(plain))


def test_a_records_words_lose_titles_accents_and_order(macros: duckdb.DuckDBPyConnection) -> None:
    row = macros.execute("select plain_words('Prof. Dr. Ana-Łucja  O''Neill, MSc')").fetchone()
    assert row == (["ana", "lucja", "oneill"],)


ANA = {"full_name": "Ana Kova"}
MAIL = {"email": "ana@example.org"}
PHONE = {"phone": "+49 170 1234560"}
PROFILE = {"linkedin_url": "https://linkedin.com/in/ana"}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (PROFILE | ANA, PROFILE | {"full_name": "Zoe Lind"}, ("linkedin", "linked")),
        (MAIL | ANA, MAIL | {"full_name": "Ana Lind"}, ("email_and_name", "linked")),
        (MAIL | ANA, MAIL | {"full_name": "A. Kowa"}, ("email_and_name", "linked")),
        (MAIL | ANA, MAIL | {"full_name": "Kova Ana"}, ("email_and_name", "linked")),
        (MAIL | ANA, MAIL | {"full_name": "Kova, Ana"}, ("email_and_name", "linked")),
        (MAIL | ANA, MAIL, ("email_and_name", "linked")),
        (MAIL | ANA, MAIL | {"full_name": "Zoe Lind"}, ("email_only", "review")),
        (PHONE | ANA, PHONE | {"full_name": "Anna Kova"}, ("phone_and_surname", "linked")),
        (PHONE | ANA, PHONE | {"full_name": "Ana Lind"}, ("phone_only", "review")),
        (PHONE | ANA, PHONE, ("phone_only", "review")),
        # A family shares a phone and a surname, and sometimes two of it begin alike.
        (PHONE | ANA, PHONE | {"full_name": "Boris Kova"}, ("phone_only", "review")),
        (
            PHONE | {"full_name": "Liam Kova"},
            PHONE | {"full_name": "Lina Kova"},
            ("phone_only", "review"),
        ),
        (PHONE | ANA, PHONE | {"full_name": "A. Kova"}, ("phone_and_surname", "linked")),
        (PHONE | ANA, PHONE | {"full_name": "Dr. Ana Kova, MSc"}, ("phone_and_surname", "linked")),
        (
            MAIL | PHONE | ANA,
            MAIL | PHONE | {"full_name": "Zoe Lind"},
            ("email_and_phone", "linked"),
        ),
        (
            MAIL | {"given_name": "Ana", "family_name": "Müller"},
            MAIL | {"full_name": "A Mueller"},
            ("email_and_name", "linked"),
        ),
        (ANA | {"postcode": "10115"}, ANA | {"postcode": "10115"}, ("alike", "review")),
        (ANA, {"full_name": "Zoe Lind"}, None),
    ],
)
def test_a_pair_is_linked_or_left_for_review_by_its_keys(
    given: GivenExport, one: Record, other: Record, found: tuple[str, str] | None
) -> None:
    assert links(given, one, other) == ([found] if found else [])
    is_one = found is not None and found[1] == "linked"
    assert persons(given, one, other) == (["p-c0", "p-c0"] if is_one else ["p-c0", "p-c1"])


@pytest.mark.parametrize(
    "mailbox", ["info@example.org", "jobs@example.org", "ana@north.example", "x"]
)
def test_mailboxes_that_name_nobody_link_nobody(given: GivenExport, mailbox: str) -> None:
    agencies = [{"agency_id": "A", "email_domain": "north.example"}]
    zoe = {"full_name": "Zoe Lind", "email": mailbox}
    assert links(given, ANA | {"email": mailbox}, zoe, agencies=agencies) == []
    # Nor does it add anything to an equal name.
    same = links(given, ANA | {"email": mailbox}, ANA | {"email": mailbox}, agencies=agencies)
    assert same == [("alike", "review")]


def test_a_key_beside_more_than_five_names_links_nobody(given: GivenExport) -> None:
    names = ["Ana Kova", "Ana Lind", "Ana Berg", "Ana Falk", "Ana Holm", "Ana Dahl"]
    records = [MAIL | {"full_name": name} for name in names]
    assert len(set(persons(given, *records[:5]))) == 1
    assert links(given, *records) == []


def test_links_join_more_than_two_records_and_the_smallest_id_names_them(
    given: GivenExport,
) -> None:
    chain = [
        ANA | MAIL,
        ANA | PHONE,
        ANA | MAIL | {"phone": "030 99887766"},
        ANA | PHONE | {"linkedin_url": "ana"},
        {"full_name": "A. K.", "linkedin_url": "ana"},
        {"full_name": "Somebody Else"},
        {},
    ]
    found = persons(given, *chain)
    assert found == ["p-c0", "p-c1", "p-c0", "p-c1", "p-c1", "p-c5", "p-c6"]
    joined = persons(given, *chain, ANA | MAIL | PHONE)
    assert joined == ["p-c0"] * 5 + ["p-c5", "p-c6", "p-c0"]


def test_a_record_that_came_after_the_as_of_joins_nobody(given: GivenExport) -> None:
    candidates = [
        {"candidate_id": "a"} | ANA | MAIL,
        {"candidate_id": "b"} | ANA | PHONE,
        {"candidate_id": "later"} | ANA | MAIL | PHONE,
    ]
    submissions = [
        {"candidate_id": row["candidate_id"], "received_at": day}
        for row, day in zip(candidates, ("2025-01-02", "2025-01-03", "2025-05-02"), strict=True)
    ]

    def found(as_of: date) -> set[str]:
        export = given(candidates=candidates, submissions=submissions, as_of=as_of)
        return {row["person_id"] for row in export.rows("submission")}

    assert found(date(2025, 3, 1)) == {"p-a", "p-b"}
    assert found(date(2025, 6, 1)) == {"p-a"}


def joined_in_python(records: list[tuple[str, set[str]]]) -> dict[str, str]:
    """Each record's person, by merging the groups of records that share a key, one by one."""
    groups: list[tuple[set[str], set[str]]] = []
    for name, keys in records:
        names, held = {name}, set(keys)
        for group in [g for g in groups if g[1] & held]:
            groups.remove(group)
            names |= group[0]
            held |= group[1]
        groups.append((names, held))
    return {name: f"p-{min(names)}" for names, _ in groups for name in names}


def from_profiles(rows: list[tuple[str, str, str]]) -> dict[str, str]:
    """Candidate → person of records with an id, a profile and a phone under one surname."""
    with duckdb.connect() as connection:
        connection.execute("create schema staging")
        connection.execute(
            "create table staging.candidates as select unnest($ids) as candidate_id, "
            "unnest($profiles) as linkedin_url, unnest($phones) as phone, null::varchar as email, "
            "'Kova' as family_name, 'Ana' as given_name, null::varchar as full_name, "
            "null::varchar as street, null::varchar as city, "
            "null::varchar as postcode, null::varchar as date_of_birth",
            dict(
                zip(("ids", "profiles", "phones"), map(list, zip(*rows, strict=True)), strict=True)
            ),
        )
        connection.execute("create table staging.agencies (email_domain varchar)")
        connection.execute(VERDICTS)
        connection.execute(
            "create table staging.submissions (candidate_id varchar, submission_id varchar)"
        )
        identify(connection)
        return dict(connection.execute("select * from staging.person").fetchall())


@pytest.mark.parametrize("seed", range(4))
def test_components_of_random_links_are_those_a_slow_merge_finds(seed: int) -> None:
    random = Random(seed)
    rows = [
        (f"c{n:03}", f"profile-{random.randrange(260)}", f"1705{random.randrange(250):05}")
        for n in range(300)
    ]
    assert from_profiles(rows) == joined_in_python([(i, {p, f}) for i, p, f in rows])


def test_a_long_chain_of_records_is_one_person() -> None:
    rows = [(f"c{n:05}", f"profile-{n // 2}", f"17051{(n + 1) // 2:05}") for n in range(3000)]
    assert set(from_profiles(rows).values()) == {"p-c00000"}
