"""A thousand random histories of a person or two, classed by the build and by the slow oracle."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from asking import oracle_export
from given import Given
from oracle.submissions import redundancy_classes

HISTORIES, AT_ONCE = 1000, 500
WINDOWS = {"A": 3, "B": 0, "C": 20, "D": None}
OURS = ("direct", "referral", "internal", "sourced")
START = datetime(2024, 1, 1, 9, tzinfo=UTC)
CLASSES = {
    *("unique", "resubmitted", "known_here", "collision", "post_reject", "known_elsewhere"),
}
GIVEN = ("Ana", "Ben", "Cleo", "Dev", "Eva")
SURNAMES = ("Kova", "Lind", "Moreau", "Nagy", "Okafor", "Petrov")

Row = dict[str, Any]
History = list[Row]


def instant(random: Random) -> datetime:
    """Mostly whole days apart, so that ties and the very ends of windows come up."""
    days = random.choice((*range(12), 20, 21, 180, 181))
    return START + timedelta(days=days, seconds=random.choice((0, 0, 0, 0, -1, 1)))


def history(random: Random, number: int) -> History:
    """Submissions of up to two persons on up to three searches, all of their own."""
    submissions = []
    for name in random.sample(range(1000, 10_000), random.randint(2, 10)):
        row: Row = {"submission_id": f"h{number:04}-{name}"}
        row["candidate_id"] = f"h{number:04}{random.choice('pppq')}"
        row["search_id"] = f"h{number:04}{random.choice('xxxyz')}"
        row["received_at"] = at = instant(random)
        if random.random() < 0.12:
            row["channel"] = random.choice(OURS)
        else:
            row["agency_id"] = random.choice("AABCD")
        if random.random() < 0.6:
            row["decision"] = random.choice(("rejected", "rejected", "advanced"))
            if random.random() < 0.85:
                soon = at + timedelta(days=random.randint(0, 3))
                row["decided_at"] = random.choice((soon, max(at, instant(random))))
        if random.random() < 0.15:
            row["withdrawn_at"] = max(at, instant(random))
        submissions.append(row)
    return submissions


def of(sent: History) -> dict[str, list[Row]]:
    """The tables of these submissions."""
    searches = sorted({str(row["search_id"]) for row in sent})
    return {
        "agencies": [{"agency_id": name, "ownership_days": d} for name, d in WINDOWS.items()],
        "searches": [{"search_id": name, "opened_on": "2023-12-01"} for name in searches],
        "submissions": sent,
    }


def export_of(histories: Sequence[History]) -> Given:
    """An export of these histories, each apart from the others."""
    return Given(of([row for sent in histories for row in sent]))


def test_every_class_of_a_thousand_histories_is_that_of_the_slow_rule() -> None:
    seen: Counter[str] = Counter()
    for batch in range(HISTORIES // AT_ONCE):
        random = Random(batch)
        histories = [history(random, number) for number in range(AT_ONCE)]
        expected: dict[str, str] = {}
        for one in histories:  # the slow rule compares every record with every other
            expected |= redundancy_classes(oracle_export(export_of([one])))
        given = export_of(histories)
        rows = given.rows("submission")
        found = {r["submission_id"]: r["redundancy_class"] for r in rows if r["redundancy_class"]}
        given.close()
        assert len(rows) == sum(len(sent) for sent in histories)
        assert found.keys() == expected.keys()
        pairs = {name: (expected[name], found[name]) for name in expected}
        assert {name: pair for name, pair in pairs.items() if pair[0] != pair[1]} == {}
        seen.update(found.values())
    assert set(seen) == CLASSES and min(seen.values()) > 40, "each class comes up often"


def test_what_nobody_has_judged_is_that_of_the_slow_rule() -> None:
    """Two records of one number under two names: later submissions of the one, after the other."""
    random = Random(7)
    records, sent = [], []
    for number in range(80):
        phone = f"+49 170 55{number:02}{(number * 7) % 100:02}1"
        names = [f"{random.choice(GIVEN)} {surname}" for surname in random.sample(SURNAMES, 2)]
        records += [
            {"candidate_id": f"h{number:04}{end}", "full_name": name, "phone": phone}
            for end, name in zip("pq", names, strict=True)
        ]
        sent += history(random, number)
    known = {row["candidate_id"] for row in sent}
    given = Given({"candidates": [r for r in records if r["candidate_id"] in known]} | of(sent))
    rows = given.rows("submission")
    asked = [link for link in given.rows("person_link") if link["status"] == "review"]
    given.close()
    found = {row["submission_id"] for row in rows if row["is_unreviewed"]}
    assert found == slow_unreviewed(rows, asked)
    assert len(asked) > 40 and len(found) > 40
    assert any(row["is_redundant"] for row in rows)


def slow_unreviewed(rows: Sequence[Row], asked: Sequence[Row]) -> set[object]:
    """Agency submissions, redundant in no other way, whose person may be one who came before."""
    person = {row["candidate_id"]: row["person_id"] for row in rows}
    ends = [(link["candidate_id_a"], link["candidate_id_b"]) for link in asked]
    alike = {frozenset(person[end] for end in pair) for pair in ends if set(pair) <= set(person)}

    def came_before(row: Row, other: Row) -> bool:
        is_before = (other["received_at"], other["submission_id"]) < (
            row["received_at"],
            row["submission_id"],
        )
        is_alike = frozenset((row["person_id"], other["person_id"])) in alike
        return is_before and is_alike and row["search_id"] == other["search_id"]

    return {
        row["submission_id"]
        for row in rows
        if row["channel"] == "agency" and not row["is_redundant"]
        if any(came_before(row, other) for other in rows)
    }
