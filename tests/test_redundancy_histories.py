"""A thousand random histories of a person or two, classed by the build and by the slow oracle."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

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

Row = dict[str, object]
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


def export_of(histories: Sequence[History]) -> Given:
    """An export of these histories, each apart from the others."""
    searches = sorted({str(row["search_id"]) for sent in histories for row in sent})
    return Given(
        {
            "agencies": [{"agency_id": a, "ownership_days": days} for a, days in WINDOWS.items()],
            "searches": [{"search_id": name, "opened_on": "2023-12-01"} for name in searches],
            "submissions": [row for sent in histories for row in sent],
        }
    )


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
