"""Who is the likely owner: every rule by hand, then against a slow implementation."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from asking import GivenExport, oracle_export
from export_writing import Tables
from given import Given, records
from oracle.ownership import Rule, answer
from random_exports import random_export
from screen_builds import made_once

from partnership import builds
from partnership.queries import metric_rows, opened
from partnership.readers import HR

DEFAULT = Rule("first_submission", "search", "no", "yes")
SEEDS = (2, 6, 23, 51)


def sent(number: int, agency: str | None, at: str, **more: Any) -> dict[str, Any]:
    """A submission of the one person; nobody's agency where it is our own."""
    channel = "agency" if agency else "direct"
    row = {"submission_id": f"u{number}", "candidate_id": "k", "channel": channel}
    return row | ({"agency_id": agency} if agency else {}) | {"received_at": at} | more


def rules_of(export: Given, search: str = "S1") -> dict[Rule, Mapping[str, Any]]:
    """The rows of ownership_rules for one search, by their rule."""
    return {
        Rule(*(row[name] for name in ("basis", "scope", "resets", "self_application"))): row
        for row in export.metric("ownership_rules")
        if row["search_id"] == search
    }


def owner(row: Mapping[str, Any]) -> str | None:
    """What a row says in a word."""
    if row["because"] in ("tie", "unseen"):
        return str(row["because"])
    found: str | None = row["owner_agency_id"]
    return found


def owner_under(export: Given, basis: str = "first_submission", **more: str) -> str | None:
    """The owner of the one person on S1 under a rule, by the select that takes one."""
    (row,) = [
        row
        for row in export.metric(
            "ownership",
            **{"ownership_basis": basis},
            **{key if "_" in key else f"ownership_{key}": more[key] for key in more},
        )
        if row["search_id"] == "S1"
    ]
    return owner(row)


def test_within_a_minute_nobody_is_named_and_after_it_the_first_is(given: GivenExport) -> None:
    for later, said in (("09:01:00", "tie"), ("09:01:01", "B")):
        # B is first, though A comes first in the alphabet.
        export = given(
            submissions=[
                sent(1, "B", "2025-03-03T09:00:00Z"),
                sent(2, "A", f"2025-03-03T{later}Z"),
            ]
        )
        assert owner_under(export) == said
        (row,) = export.metric("ownership")
        is_tie = said == "tie"
        assert (row["needs_decision"], row["is_owned"]) == (is_tie, not is_tie)


def test_the_window_is_half_open_in_instants(given: GivenExport) -> None:
    for moment, said in (("08:59:59", "A"), ("09:00:00", "B")):
        export = given(
            agencies=[{"agency_id": "A", "ownership_days": 10}, {"agency_id": "B"}],
            submissions=[
                sent(1, "A", "2025-03-03T09:00:00Z"),
                sent(2, "B", "2025-03-05T09:00:00Z"),
                sent(3, "B", f"2025-03-13T{moment}Z", withdrawn_at=None),
            ],
        )
        # B's second is a repeat of its first: it begins nothing unless resubmitting counts.
        assert owner_under(export) == ("A" if said == "A" else None)
        assert owner_under(export, resets="yes") == said


def test_sending_again_starts_the_owners_days_again_only_where_that_is_set(
    given: GivenExport,
) -> None:
    export = given(
        agencies=[{"agency_id": "A", "ownership_days": 10}, {"agency_id": "B"}],
        submissions=[
            sent(1, "A", "2025-03-03T09:00:00Z"),
            sent(2, "A", "2025-03-10T09:00:00Z"),
            sent(3, "B", "2025-03-15T09:00:00Z"),
        ],
    )
    assert owner_under(export) == "B"
    assert owner_under(export, resets="yes") == "A"


def test_for_the_company_another_searchs_submission_owns_too(given: GivenExport) -> None:
    export = given(
        clients=[{"client_id": "c"}, {"client_id": "d"}],
        searches=[
            {"search_id": "S1", "client_id": "c"},
            {"search_id": "S2", "client_id": "c"},
            {"search_id": "S3", "client_id": "d"},
        ],
        submissions=[
            sent(0, "C", "2025-02-27T09:00:00Z", search_id="S3"),
            sent(1, "B", "2025-03-01T09:00:00Z", search_id="S2"),
            sent(2, "A", "2025-03-03T09:00:00Z"),
            sent(3, "B", "2025-03-05T09:00:00Z"),
        ],
    )
    assert owner_under(export) == "A"
    assert owner_under(export, scope="company") == "B"  # and not C's, of another client


def test_an_own_application_goes_first_only_where_that_is_set(given: GivenExport) -> None:
    export = given(
        submissions=[
            sent(1, None, "2025-03-01T09:00:00Z"),
            sent(2, "A", "2025-03-03T09:00:00Z"),
            sent(3, "B", "2025-03-05T09:00:00Z"),
        ]
    )
    (row,) = export.metric("ownership")
    assert (row["because"], row["owner_agency_id"]) == ("known_before", None)
    assert owner_under(export, self_application="no") == "A"


def test_with_consent_first_the_first_to_have_both_owns(given: GivenExport) -> None:
    export = given(
        submissions=[
            sent(1, "A", "2025-03-03T09:00:00Z", consent_at="2025-03-09T09:00:00Z"),
            sent(2, "B", "2025-03-05T09:00:00Z", consent_at="2025-03-01T09:00:00Z"),
            sent(3, "C", "2025-03-02T09:00:00Z"),
        ]
    )
    assert owner_under(export) == "C"
    assert owner_under(export, "consent_first") == "B"


def test_without_any_consent_of_the_person_the_first_owns_and_without_any_at_all_it_is_unseen(
    given: GivenExport,
) -> None:
    two = [sent(1, "B", "2025-03-03T09:00:00Z"), sent(2, "A", "2025-03-05T09:00:00Z")]
    other = {"submission_id": "x", "candidate_id": "z", "consent_at": "2025-01-05T09:00:00Z"}
    assert owner_under(given(submissions=[*two, other]), "consent_first") == "B"
    (row,) = given(submissions=two).metric("ownership", ownership_basis="consent_first")
    assert (row["because"], row["owner_agency_id"]) == ("unseen", None)
    assert (row["is_owned"], row["needs_decision"]) == (None, None)


@pytest.mark.parametrize(
    ("outcome", "settled", "said"),
    [
        ("first submission stands", "2025-05-01", "A"),
        ("Claim upheld", "2025-05-01", "B"),
        ("b", "2025-05-01", "B"),
        ("fee shared", "2025-05-01", None),
        ("first submission stands", None, None),
    ],
)
def test_explicit_takes_only_what_a_settled_dispute_says(
    given: GivenExport, outcome: str, settled: str | None, said: str | None
) -> None:
    export = given(
        submissions=[sent(1, "A", "2025-03-03T09:00:00Z"), sent(2, "B", "2025-03-05T09:00:00Z")],
        disputes=[
            {"submission_id": "u2", "about": "ownership", "outcome": outcome, "settled_at": settled}
        ],
    )
    assert owner_under(export, "explicit") == said


def test_rules_that_answer_otherwise_are_marked(given: GivenExport) -> None:
    export = given(
        submissions=[
            sent(1, None, "2025-03-01T09:00:00Z"),
            sent(2, "A", "2025-03-03T09:00:00Z", consent_at="2025-03-03T09:00:00Z"),
            sent(3, "B", "2025-03-05T09:00:00Z"),
        ]
    )
    found = rules_of(export)
    assert len(found) == 24 and [rule for rule in found if found[rule]["is_in_force"]] == [DEFAULT]
    # Only where own applications do not go first, and not where nothing is written, is it A; a rule
    # that names nobody names no other agency.
    assert {rule for rule in found if found[rule]["names_another"]} == {
        rule for rule in found if rule.self_application == "no" and rule.basis != "explicit"
    }
    two = given(
        submissions=[sent(1, "B", "2025-03-03T09:00:00Z"), sent(2, "A", "2025-03-05T09:00:00Z")]
    )
    # B under every rule but the explicit one, which names nobody.
    assert {
        row["names_another"] for row in two.metric("ownership_rules") if row["because"] != "unseen"
    } == {False}


def with_consents(tables: Tables, random: Random) -> Tables:
    """The export with a consent on some submissions, before or after their receipt."""
    for row in tables.get("submissions", []):
        if row.get("received_at") and random.random() < 0.4:
            day = date(2025, 1, 1) + timedelta(days=random.randint(0, 300))
            row["consent_at"] = f"{day}T{random.randint(0, 23):02}:00:00Z"
    return tables


@pytest.mark.parametrize("seed", SEEDS)
def test_every_rule_is_that_of_the_slow_implementation(seed: int) -> None:
    product = Given(with_consents(random_export(seed), Random(seed)))
    slow = oracle_export(product)
    try:
        for row in product.metric("ownership_rules"):
            names = ("basis", "scope", "resets", "self_application")
            rule = Rule(*(row[name] for name in names))
            if rule.basis == "explicit":
                continue
            person = row["person_id"].removeprefix("p-")
            assert owner(row) == answer(slow, rule, row["search_id"], person), (rule, row)
    finally:
        product.close()


def owners_at_the_last(
    submissions: Sequence[Mapping[str, Any]],
) -> dict[Any, tuple[str | None, str]]:
    """Search and person → owner and its last day, as the last agency submission of them says."""
    sent = [row for row in submissions if row["channel"] == "agency"]
    by_moment = sorted(sent, key=lambda row: (row["received_at"], row["submission_id"]))
    return {(row["search_id"], row["person_id"]): owner_until(row) for row in by_moment}


def owner_until(row: Mapping[str, Any]) -> tuple[str | None, str]:
    """The owner of a row, and the day on which its days end, as text."""
    return row["owner_agency_id"], str(row["owned_until"])[:10]


def disagreements(
    owners: Sequence[Mapping[str, Any]], submissions: Sequence[Mapping[str, Any]]
) -> list[Any]:
    """Where the rule in force and the column of the submissions name another owner; where two came
    within one minute the rule names nobody."""
    last = owners_at_the_last(submissions)
    pairs = [
        ((row["search_id"], row["person_id"]), owner_until(row))
        for row in owners
        if not row["needs_decision"]
    ]
    return [(case, said, last[case]) for case, said in pairs if said != last[case]]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rule_that_is_set_at_first_names_the_owner_of_the_submissions(seed: int) -> None:
    product = Given(random_export(seed))
    try:
        owners = product.metric("ownership")
        assert owners and disagreements(owners, product.rows("submission")) == []
    finally:
        product.close()


def test_on_the_sample_it_names_the_owner_of_the_submissions(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    built = builds.current(made_once("sample", tmp_path_factory.getbasetemp()))
    with closing(opened(HR.file_in(built.path))) as connection:
        frame = metric_rows(connection, "ownership")
        owners = frame.astype(object).where(frame.notna(), None).to_dict("records")
        sent = records(connection.execute("select * from marts.submission"))
        assert len(owners) > 100 and disagreements(owners, sent) == []
        robbed = [row | {"owner_agency_id": None} for row in sent]
        assert disagreements(owners, robbed)  # so it would be seen
