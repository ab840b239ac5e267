"""What the My partnership screen says, sentence by sentence."""

from datetime import date

import pandas as pd

from partnership.findings import my_partnership as findings
from partnership.findings.cards import Measured

HARBOUR = findings.sides("Harbour", is_agencys_own=False)
NOW = pd.DataFrame(
    [
        ("client", "promise", 1, 1, 8, 0),
        ("client", "profile", 7, 4, 9, 2),
        ("agency", "brief", 2, 0, 22, 0),
        ("agency", "request", 0, 0, float("nan"), 1),
    ],
    columns=["side", "kind", "waiting", "past_due", "longest_days", "on_ended_searches"],
)
CONTACT = {
    "last_contact_on": pd.Timestamp("2026-09-22"),
    "silent_days": 8,
    "overdue_days": 0,
    "next_due_on": pd.Timestamp("2026-10-06"),
    "planned_on": pd.Timestamp("2026-10-09"),
    "interval_days": 14,
}


def test_the_finding_counts_both_sides() -> None:
    assert findings.finding(NOW, HARBOUR) == (
        "7 profiles and 1 promise past its day wait for HR, the longest for 9 working days; "
        "2 searches without a candidate wait for Harbour, the longest for 22 working days."
    )


def test_in_an_agencys_own_figures_the_sides_are_the_client_and_us() -> None:
    own = findings.sides("Fennholt", is_agencys_own=True)
    one = NOW[NOW["kind"] == "promise"]
    said = findings.finding(one, own)
    assert said == (
        "1 promise past its day waits for Fennholt, for 8 working days; nothing waits for us."
    )
    assert findings.sides(None, is_agencys_own=True).client == "the client"


def test_what_waits_on_ended_searches_is_said_and_not_counted() -> None:
    assert findings.ended_note(NOW, "client").startswith("2 more wait although")
    assert findings.ended_note(NOW, "agency").startswith("1 more waits although")
    assert findings.ended_note(NOW.head(1), "client") == ""


def test_a_row_says_what_it_waits_for_and_whether_its_day_has_passed() -> None:
    rows = pd.DataFrame(
        {
            "kind": ["profile", "promise", "offer"],
            "case_id": ["U1", "C1", "O1"],
            "promise": [None, "call first", None],
            "title": ["Engineer", None, "Analyst"],
            "due_by": [pd.Timestamp("2026-09-30"), pd.Timestamp("2026-09-01"), pd.NaT],
            "is_past_due": [False, True, False],
            "is_search_open": [True, True, False],
        }
    )
    shown = findings.waiting_table(rows)
    assert list(shown["subject"]) == ["Engineer", "call first"]
    assert list(shown["state"]) == ["● in time", "▲ past its day"]
    assert list(findings.in_words(rows)["state"])[2] == "– no day agreed"
    # A promise is a case of its own, so it can be marked as wrong.
    assert list(shown["commitment_id"].fillna("")) == ["", "C1"]


def measured(**rows: list[float]) -> Measured:
    return Measured(pd.DataFrame(rows), pd.DataFrame(rows), None, None)


FILL = {"reached": [44], "filled": [17], "filled_by_agency": [9], "filled_rate": [0.39]}
ENDS = {"filled_low": [0.26], "filled_high": [0.53]}


def test_the_filled_card_says_how_many_the_agency_filled() -> None:
    assert findings.filled(measured(**FILL, **ENDS), HARBOUR).basis == (
        "17 of 44 openings, 9 by Harbour"
    )
    few = measured(**FILL | {"reached": [4], "filled": [3]}, **ENDS)
    assert findings.filled(few, HARBOUR).value == "3 of 4"


def test_in_an_agencys_own_figures_a_fill_is_ours_and_the_client_answers() -> None:
    own = findings.sides("Fennholt", is_agencys_own=True)
    card = findings.filled(measured(**FILL, **ENDS), own)
    assert (card.label, card.basis) == ("By us by day 60", "17 of 44 openings")
    reply: dict[str, list[float]] = {"on_time": [1], "evaluable": [9], "on_time_rate": [0.1]}
    reply |= {"on_time_low": [0.0], "on_time_high": [0.4]}
    assert findings.answers(measured(**reply), own).label == "Client in time"
    assert findings.answers(measured(**reply), HARBOUR).label == "HR answers in time"


def test_what_we_sent_twice_is_of_all_we_sent() -> None:
    sent: dict[str, list[float]] = {"resubmitted": [1], "submissions": [6]}
    sent |= {"resubmitted_rate": [1 / 6], "resubmitted_low": [0.03], "resubmitted_high": [0.56]}
    card = findings.sent_twice(measured(**sent))
    assert (card.value, card.basis) == ("17\u00a0%", "1 of 6 sent")


def test_promises_typed_since_come_first_marked_and_in_the_place_of_older_ones() -> None:
    counted = pd.DataFrame(
        [
            ("T1", "answer sooner", "hr", pd.Timestamp("2026-07-01"), "past_due"),
            ("T2", "send fewer", "agency", pd.Timestamp("2026-07-02"), "open"),
        ],
        columns=["commitment_id", "promise", "owner", "due_on", "promise_state"],
    )
    typed = [
        {"commitment_id": "T1", "text": "answer sooner", "owner": "hr"}
        | {"made_on": "2026-06-01", "due_on": "2026-07-01", "closed_on": "2026-10-01"}
    ]
    shown = findings.promises_table(counted, typed, HARBOUR, date(2026, 9, 30))
    assert list(shown["commitment_id"]) == ["T1", "T2"]
    assert list(shown["promise_state"]) == ["▲ kept late", "● open"]
    assert list(shown["promised_by"]) == ["HR", "Harbour"]
    assert list(shown["entered"]) == ["entered after these figures", ""]
    assert "entered" not in findings.promise_columns([])


def test_a_promise_typed_without_a_day_kept_is_open_until_its_day_has_passed() -> None:
    none = pd.DataFrame(columns=["commitment_id", "promise", "owner", "due_on", "promise_state"])
    for due, state in (("2026-09-30", "● open"), ("2026-09-29", "▲ past its day")):
        typed = [{"commitment_id": "T9", "owner": "agency", "due_on": due, "closed_on": ""}]
        shown = findings.promises_table(none, typed, HARBOUR, date(2026, 9, 30))
        assert list(shown["promise_state"]) == [state]


def test_meetings_say_the_last_the_next_and_what_is_planned() -> None:
    said = findings.meetings(CONTACT, 0).replace("\u00a0", " ")
    assert said == (
        "Last meeting 22 Sep 2026, 8 days ago. The next is due by 6 Oct 2026. "
        "One is planned for 9 Oct 2026. Agreed is one every 14 days."
    )
    late = CONTACT | {"overdue_days": 3, "planned_on": pd.NaT}
    assert "**overdue by 3 days**. None is planned." in findings.meetings(late, 0).replace(
        "\u00a0", " "
    )
    assert findings.meetings(None, 2) == (
        "Meetings can't be seen from these files. 2 meetings were entered after these figures."
    )
