"""What the Reply times screen says of silence, sentence by sentence."""

from typing import Any

import pandas as pd
import pytest

from partnership.findings import silence as findings
from partnership.findings.reply_times import sides_of

HR = sides_of(["Harbour", "Quay"], is_agencys_own=False)
US = sides_of(["Fennholt"], is_agencys_own=True)
PRICE: dict[str, Any] = {
    "within_withdrawals": 14,
    "within_days": 3971,
    "within_rate": 0.3526,
    "beyond_withdrawals": 85,
    "beyond_days": 6847,
    "beyond_rate": 1.2414,
    "rate_ratio": 3.521,
    "ratio_low": 1.988,
    "ratio_high": 6.713,
}
NAN = float("nan")


def test_the_price_of_silence_is_said_as_a_connection_with_the_days_of_both() -> None:
    assert findings.price(PRICE, HR) == (
        "While HR and the business leader owed the next step, **0.35** candidates withdrew per 100 "
        "working days waited within what was agreed (14 in 3,971 days), and **1.24** per 100 days "
        "beyond it (85 in 6,847 days). Beyond it that is **3.5 times as often** (likely range "
        "2.0–6.7). One withdrew for every 81 days of waiting beyond it. A connection, not a cause: "
        "those who wait long may differ in other ways."
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ratio_low": 0.9}, "That could be chance."),
        (
            {"within_withdrawals": 0, "rate_ratio": NAN, "ratio_low": 1.9, "ratio_high": NAN},
            "at least 1.9 times as often, as far as the likely range says; nobody withdrew within.",
        ),
        ({"beyond_withdrawals": NAN}, "Withdrawals can't be seen from these files."),
        (
            {"within_withdrawals": 1, "beyond_withdrawals": 3},
            "Too few to say: 4 withdrawals while HR and the business leader owed the next step "
            "(1 within the agreed days, 3 beyond).",
        ),
    ],
)
def test_what_is_too_little_or_could_be_chance_is_said(changed: dict[str, Any], said: str) -> None:
    assert said in findings.price(PRICE | changed, HR)
    assert findings.price(None, HR) == "Nobody waited in this period."


def test_who_was_lost_waited_for_somebody() -> None:
    rows = pd.DataFrame(
        [
            ("profile", "hr", 63, 62, 36),
            ("interview_invite", "agency", 1, 1, 7),
            ("interview_slot", "both", 1, 0, 2),
            ("offer_answer", "candidate", 1, 0, None),
            ("nothing", None, 16, 0, None),
        ],
        columns=["step", "owner", "candidates", "late", "longest_days"],
    )
    shown = findings.lost_table(rows, HR)
    assert list(shown["on_whom"]) == ["HR", "the agencies", "both sides", "the candidate", "–"]
    assert shown["step"].iloc[1] == "invitation after a yes"
    assert shown["step"].iloc[4] == "nothing was owed"
    own = findings.lost_table(rows, US)
    assert list(own["on_whom"])[:2] == ["Fennholt", "us"]


def test_how_many_were_lost_late() -> None:
    row = {"lost": 1, "submissions": 553, "lost_before_screening": 62}
    assert findings.lost(row, HR) == (
        "1 of 553 candidates past the first look left while the next step of HR and the business "
        "leader was late; 62 more left before the answer to their profile came."
    )
    unseen = row | {"lost": NAN}
    assert findings.lost(unseen, HR) == findings.lost(None, HR) == ""
    assert findings.none_lost(unseen) == "Why candidates withdrew can't be seen from these files."
    assert findings.none_lost(None) == findings.none_lost(row)


def test_a_curve_of_few_profiles_is_said_instead() -> None:
    few = pd.DataFrame({"submissions": [9]})
    assert findings.curve_too_few(few) == "Only 9 profiles: too few for a curve."
    assert findings.curve_too_few(few + 1) == findings.curve_too_few(few.head(0)) == ""
