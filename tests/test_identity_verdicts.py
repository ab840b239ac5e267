"""What people said of two records goes before every key and every likeness; what is only probable
never holds a loose group together."""

from collections.abc import Mapping
from random import Random

import pytest
from asking import GivenExport

from partnership.identity.clusters import cut_groups

Record = Mapping[str, str]
MAIL, PHONE = {"email": "ana@example.org"}, {"phone": "+49 170 1234560"}
ANA, ANNA, ZOE = ({"full_name": name} for name in ("Ana Kova", "Anna Kowa", "Zoe Lind"))


def judged(
    given: GivenExport, records: list[Record], *verdicts: tuple[int, int, str]
) -> tuple[list[str], dict[str, tuple[str, str | None]]]:
    """The person of each record, and each pair's status with its verdict."""
    candidates = [{"candidate_id": f"c{n}"} | record for n, record in enumerate(records)]
    said = [
        {"candidate_id_a": f"c{a}", "candidate_id_b": f"c{b}", "verdict": verdict}
        for a, b, verdict in verdicts
    ]
    submissions = [{"candidate_id": row["candidate_id"]} for row in candidates]
    export = given(candidates=candidates, submissions=submissions, verdicts=said)
    people = [row["person_id"] for row in export.rows("person_contact", "candidate_id")]
    pairs = {
        f"{row['candidate_id_a']} {row['candidate_id_b']}": (row["status"], row["verdict"])
        for row in export.rows("person_link")
    }
    return people, pairs


def test_same_joins_what_nothing_else_does(given: GivenExport) -> None:
    assert judged(given, [ANA, ZOE])[0] == ["p-c0", "p-c1"]
    assert judged(given, [ANA, ZOE], (1, 0, "same")) == (
        ["p-c0", "p-c0"],
        {"c0 c1": ("linked", "same")},
    )


def test_different_cuts_what_keys_and_likeness_join(given: GivenExport) -> None:
    equal, alike = [ANA | MAIL | PHONE, ANA | MAIL | PHONE], [ANA | PHONE, ANNA | PHONE]
    for pair in (equal, alike):
        assert judged(given, pair)[0] == ["p-c0", "p-c0"]
        found = judged(given, pair, (0, 1, "different"))
        assert found == (["p-c0", "p-c1"], {"c0 c1": ("apart", "different")})


def test_different_cuts_a_chain_at_its_weakest_tie(given: GivenExport) -> None:
    # The first two share a profile, the last two a phone and a surname; the ends are two people.
    profile = {"linkedin_url": "ana"}
    chain = [ANA | profile, ANA | profile | PHONE, {"full_name": "Anna Kova"} | PHONE]
    assert judged(given, chain)[0] == ["p-c0"] * 3
    people, pairs = judged(given, chain, (2, 0, "different"))
    assert people[0] != people[2]
    assert pairs["c0 c2"] == ("apart", "different")
    assert sorted(status for status, _ in pairs.values()) == ["apart", "linked", "review"]


def test_who_cannot_tell_leaves_the_pair_to_be_judged(given: GivenExport) -> None:
    pair = [ANA | MAIL, ZOE | MAIL]
    assert judged(given, pair)[1] == {"c0 c1": ("review", None)}
    assert judged(given, pair, (0, 1, "unsure")) == (
        ["p-c0", "p-c1"],
        {"c0 c1": ("review", "unsure")},
    )


def test_a_loose_group_is_left_for_review(given: GivenExport) -> None:
    # Alike by phone and name, but with two profiles: no group that only likeness holds together.
    two = [ANA | PHONE | {"linkedin_url": "ana-a"}, ANNA | PHONE | {"linkedin_url": "ana-b"}]
    people, pairs = judged(given, [ANA | PHONE, ANNA | PHONE])
    assert people == ["p-c0", "p-c0"]
    people, pairs = judged(given, two)
    assert people == ["p-c0", "p-c1"]
    assert pairs == {"c0 c1": ("review", None)}


@pytest.mark.parametrize(
    ("one", "other", "what", "level"),
    [
        ("Robert Stone", "Bob Stone", "given_name", "nickname"),
        ("Ana Kova", "Kova Ana", "surname", "turned"),
        ("Иван Петров", "Ivan Petrov", "surname", "same"),
        ("Γιώργος Παππάς", "Giorgos Pappas", "given_name", "same"),
    ],
)
def test_a_name_is_recognised_in_other_words_and_letters(
    given: GivenExport, one: str, other: str, what: str, level: str
) -> None:
    birth = {"date_of_birth": "1990-05-17"}
    candidates = [
        {"candidate_id": "a", "full_name": one} | birth,
        {"candidate_id": "b", "full_name": other} | {"date_of_birth": "17.05.1990"},
    ]
    submissions = [{"candidate_id": row["candidate_id"]} for row in candidates]
    (pair,) = given(candidates=candidates, submissions=submissions).rows("person_link")
    assert (pair["rule"], pair["status"]) == ("probable", "linked")
    assert level in [part["level"] for part in pair["evidence"] if part["what"] == what]
    assert pair["weight"] == pytest.approx(
        pair["doubt"] + sum(part["weight"] for part in pair["evidence"])
    )


@pytest.mark.parametrize("seed", range(30))
def test_cutting_joins_as_much_as_it_may_and_never_two_who_are_apart(seed: int) -> None:
    random = Random(seed)
    names = [f"c{n}" for n in range(9)]
    ties = [(a, b) for a in names for b in names if a < b and random.random() < 0.3]
    apart = [(a, b) for a in names for b in names if a < b and random.random() < 0.1]
    groups = cut_groups(ties, apart)
    assert all(groups.get(a, a) != groups.get(b, b) for a, b in apart)
    # Slowly: a tie is refused only where the groups it would join hold two who are apart.
    slow = {name: {name} for name in names}
    for a, b in ties:
        both = slow[a] | slow[b]
        if not any(x in both and y in both for x, y in apart):
            slow |= dict.fromkeys(both, both)
    assert {name: min(slow[name]) for name in groups} == groups
