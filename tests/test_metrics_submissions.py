"""Redundant submissions, reply times and the funnel against figures worked out by hand."""

from mart_rows import Row, day, marts_of, only_row, profile, profiles, submission
from pytest import approx

from partnership.queries import metric_rows


def test_reply_times_count_what_still_waits() -> None:
    row = only_row(metric_rows(marts_of(submission=profiles()), "feedback_latency"))
    assert (row["submissions"], row["answered"], row["waiting"]) == (8, 5, 3)
    assert row["median_days"] == 3
    assert (row["on_time"], row["evaluable"], row["on_time_rate"]) == (3, 8, 3 / 8)


def test_reply_curve_to_the_digits() -> None:
    rows = metric_rows(marts_of(submission=profiles()), "feedback_curve").set_index("day")
    expected = {1: 0.875, 2: 0.625, 3: 0.5, 5: 0.3333}
    assert rows["still_waiting"][list(expected)].round(4).to_dict() == expected


def test_replies_count_agencies_only_and_no_contradicting_dates() -> None:
    others = [
        profile(20, 1, "answered", channel="direct"),
        profile(21, 1, "answered", is_excluded=True),
    ]
    row = only_row(metric_rows(marts_of(submission=profiles() + others), "feedback_latency"))
    assert row["submissions"] == 8


# The classes of eight submissions, each of its own kind.
CLASSES = (
    "unique collision resubmitted unique known_here known_elsewhere post_reject unique".split()
)
REDUNDANT = {"collision", "resubmitted", "known_here", "post_reject"}


def classified() -> list[Row]:
    return [
        submission(number, redundancy_class=name, is_redundant=name in REDUNDANT)
        for number, name in enumerate(CLASSES)
    ]


def test_redundant_ones_by_kind() -> None:
    applicant = submission(30, channel="direct", agency_id=None, redundancy_class=None)
    connection = marts_of(submission=[*classified(), applicant])
    row = only_row(metric_rows(connection, "redundant_submissions"))
    assert (row["submissions"], row["redundant"], row["redundancy_rate"]) == (8, 4, 0.5)
    assert [row[name] for name in sorted(REDUNDANT)] == [1, 1, 1, 1]
    assert (row["known_elsewhere"], row["unreviewed"]) == (1, 0)
    assert (row["redundancy_low"], row["redundancy_high"]) == approx((0.2152, 0.7848), abs=5e-5)


def test_what_an_agencys_own_files_cant_show_is_null() -> None:
    connection = marts_of(submission=classified(), export=[{"owner": "agency"}])
    row = only_row(metric_rows(connection, "redundant_submissions"))
    assert (row["known_here"], row["collision"], row["resubmitted"]) == (None, None, 1)


def test_the_funnel_counts_steps_of_new_submissions_only() -> None:
    steps = {"is_interviewed": True, "is_offered": True, "is_accepted": False, "is_started": None}
    rows = [row | steps for row in classified()]
    row = only_row(metric_rows(marts_of(submission=rows), "funnel"))
    assert (row["received"], row["redundant"], row["submissions"]) == (8, 4, 4)
    assert (row["interviewed"], row["offered"], row["accepted"]) == (4, 4, 0)
    assert row["started"] is None


def test_pairs_of_agencies_that_send_the_same_people() -> None:
    briefed = [{"search_id": s, "agency_id": a} for s in ("s1", "s2", "s3") for a in ("a", "b")]
    sent = [
        submission(1, agency_id="a"),
        submission(2, agency_id="b", redundancy_class="collision", owner_agency_id="a"),
        submission(3, agency_id="b", redundancy_class="collision", owner_agency_id="a"),
        submission(
            4, agency_id="a", search_id="s2", redundancy_class="collision", owner_agency_id="b"
        ),
    ]
    row = only_row(metric_rows(marts_of(submission=sent, brief=briefed), "collision_pairs"))
    assert (row["agency_id_a"], row["agency_id_b"], row["shared_searches"]) == ("a", "b", 2)
    assert (row["searches_with_collisions"], row["collisions"]) == (2, 3)
    assert (row["sent_second_by_a"], row["sent_second_by_b"]) == (1, 2)
    assert row["collisions_per_search"] == 1.5


def test_the_likely_owner_is_listed_where_several_named_a_person() -> None:
    rows = [
        submission(0, agency_id="a", person_id="ana"),
        submission(1, agency_id="b", person_id="ana", redundancy_class="collision")
        | {"is_redundant": True, "owner_agency_id": "a", "owned_until": day(180)},
        submission(2, agency_id="c", person_id="ben"),
        submission(9, agency_id="c", person_id="ben", redundancy_class="resubmitted")
        | {"is_redundant": True, "owner_agency_id": "c", "owned_until": day(140)},
        submission(3, agency_id="b", person_id="cleo"),
    ]
    days = {"a": 180, "b": 180, "c": 140}
    agencies = [{"agency_id": agency, "ownership_days": days[agency]} for agency in days]
    marts = marts_of(submission=rows, agency=agencies)
    ana, ben = metric_rows(marts, "ownership").to_dict("records")
    assert (ana["person_id"], ana["because"], ana["agency_ids"]) == ("ana", "tie", "a;b")
    assert (ana["is_owned"], ana["needs_decision"], ana["submissions"]) == (False, True, 2)
    assert (ben["person_id"], ben["is_owned"], ben["needs_decision"]) == ("ben", False, False)
