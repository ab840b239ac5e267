"""The cases of the claims with the most rules against the oracle, on small nasty exports."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from asking import oracle_export
from export_writing import Tables
from given import Given
from oracle.claims import claim_cases
from random_exports import random_export

CHECKED = {
    "kickoff_fill": "search_id",
    "rhythm_redundancy": "case_id",
    "answers_withdrawal": "case_id",
    "reasons_yes": "case_id",
    "negotiation_start": "case_id",
}
# Of those that have many cases of each.
SEEDS = (4, 7, 12, 17, 23)
REASONS = ("", "too junior", "Other", "salary", "not_a_fit.")


def with_reasons(tables: Tables, seed: int) -> Tables:
    """The same export; a rejection says why, or does not."""
    random = Random(seed)
    for row in tables["submissions"]:
        row["decision_reason"] = random.choice(REASONS) if row.get("decision") == "rejected" else ""
    return tables


@pytest.mark.parametrize("seed", SEEDS)
def test_every_case_stands_where_the_oracle_puts_it(seed: int) -> None:
    given = Given(with_reasons(random_export(seed), seed))
    if seed % 2:
        given.as_of = oracle_export(given).as_of.on - timedelta(days=seed)
    expected = claim_cases(oracle_export(given))
    rows = given.metric("claim_case", folder="rows", claim=None, row_limit=None)
    given.close()
    found = Counter(
        (row["claim"], row[CHECKED[row["claim"]]], row["is_with"], row["is_hit"])
        for row in rows
        if row["claim"] in CHECKED
    )
    assert found == Counter(expected)


def test_the_exports_hold_both_groups_of_every_claim() -> None:
    found = {
        (claim, is_with)
        for seed in SEEDS
        for claim, _, is_with, _ in claim_cases(
            oracle_export(Given(with_reasons(random_export(seed), seed)))
        )
    }
    assert found == {(claim, is_with) for claim in CHECKED for is_with in (True, False)}
