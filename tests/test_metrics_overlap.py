"""Agencies that send the same people, and people whom one agency alone brought, by hand."""

from collections.abc import Sequence

from mart_rows import Row, day, marts_of, only_row, submission
from pytest import approx

from partnership.figures import is_missing
from partnership.queries import metric_rows

STEPS = {"is_interviewed": False, "is_offered": False, "is_accepted": False, "is_hired": False}
HIRED = dict.fromkeys(STEPS, True)
MET = {"is_interviewed": True}


def sent(number: int, agency: str, person: str, search: str = "s1", **more: object) -> Row:
    row = {"agency_id": agency, "person_id": person, "search_id": search}
    return submission(number, **row, **(STEPS | more))


# North sent p1 to p4, south p1, p2, p5; p2 not on the same search. p3 also applied; p4 is north's
# alone and hired, p5 is south's alone and was met.
SENT = [
    sent(1, "north", "p1", **MET),
    sent(2, "south", "p1"),
    sent(3, "north", "p2"),
    sent(4, "south", "p2", "s2"),
    sent(5, "north", "p3"),
    submission(6, channel="direct", agency_id=None, person_id="p3", redundancy_class=None),
    sent(7, "north", "p4", **HIRED),
    sent(8, "north", "p4", "s2"),
    sent(9, "south", "p5", **MET),
    sent(10, "east", "p6"),
]


def test_people_whom_two_agencies_both_sent() -> None:
    rows = metric_rows(marts_of(submission=SENT), "agency_overlap")
    named = rows.set_index(["agency_id_a", "agency_id_b"])
    columns = ["persons_a", "persons_b", "shared_persons", "shared_on_search", "smaller_persons"]
    assert list(named.loc[("north", "south"), columns]) == [4, 3, 2, 1, 3]
    assert named.loc[("north", "south"), "shared_share"] == approx(2 / 3)
    assert list(named.loc[("east", "north"), columns]) == [1, 4, 0, 0, 1]
    assert len(rows) == 3


def reach(rows: Sequence[Row], **how: object) -> dict[str, Row]:
    found = metric_rows(marts_of(submission=rows), "unique_reach", by="agency", **how)
    return {row["group"]: row for row in found.to_dict("records")}


def test_people_whom_nobody_else_brought_and_what_became_of_them() -> None:
    north, south = (reach(SENT)[name] for name in ("north", "south"))
    assert (north["persons"], north["unique_persons"], north["shared_persons"]) == (4, 1, 3)
    assert (north["unique_hired"], north["shared_interviewed"], north["shared_hired"]) == (1, 1, 0)
    assert (south["persons"], south["unique_persons"]) == (3, 1)
    # North met p1; that is no merit of south's.
    assert (south["unique_interviewed"], south["shared_interviewed"]) == (1, 0)
    assert north["unique_rate"] == 1 / 4 and north["shared_interviewed_rate"] == approx(1 / 3)
    assert (north["unique_low"], north["unique_high"]) == approx((0.0456, 0.6994), abs=5e-5)


def test_together_each_person_counts_once() -> None:
    row = only_row(metric_rows(marts_of(submission=SENT), "unique_reach"))
    assert (row["persons"], row["unique_persons"], row["shared_persons"]) == (6, 3, 3)
    assert (row["unique_hired"], row["shared_interviewed"]) == (1, 1)


def test_others_count_outside_the_period_too() -> None:
    late = sent(11, "south", "p4", received_on=day(100))
    assert reach([*SENT, late])["north"]["unique_persons"] == 0


def test_what_the_files_cant_show_is_unknown() -> None:
    nobody_twice = [sent(1, "north", "p1"), sent(2, "south", "p2")]
    (pair,) = metric_rows(marts_of(submission=nobody_twice), "agency_overlap").to_dict("records")
    assert pair["persons_a"] == 1 and is_missing(pair["shared_persons"])
    row = only_row(metric_rows(marts_of(submission=nobody_twice), "unique_reach"))
    assert (row["persons"], row["unique_persons"], row["unique_rate"]) == (2, None, None)
    keyed = marts_of(submission=nobody_twice, person_contact=[{"email": "a@x.example"}])
    assert only_row(metric_rows(keyed, "unique_reach"))["unique_persons"] == 2
    own = marts_of(submission=SENT, export=[{"owner": "agency"}])
    assert only_row(metric_rows(own, "unique_reach"))["unique_persons"] is None
    unseen = [row | dict.fromkeys(STEPS) for row in SENT]
    row = only_row(metric_rows(marts_of(submission=unseen), "unique_reach"))
    assert (row["unique_persons"], row["unique_interviewed"], row["unique_hired"]) == (
        3,
        None,
        None,
    )
