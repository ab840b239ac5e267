"""Months unlike the usual ones: shares month by month, judged by the first twelve, and what
Overview says of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest
from given import Given
from pytest import approx
from scipy import stats

from partnership import charts, palette, settings
from partnership.errors import WrongSetting
from partnership.findings import overview as findings
from partnership.statistics import limits

GivenExport = Callable[..., Given]
ACCEPTED, IN_TOUCH = "offer_outcomes.acceptance_rate", "meeting_rhythm.rhythm_coverage"
EARLY_2025 = {"period_start": date(2025, 1, 1), "period_end": date(2025, 8, 1)}


EXPORT = [{"exported_at": "2025-12-31T23:59:59Z"}]
SEARCHES = [{"search_id": "S1", "opened_on": "2023-12-01"}]


def offers(accepted: list[int], of: int = 10) -> dict[str, list[dict[str, str]]]:
    """So many accepted offers of ten in each month from January 2024, and an export that holds
    them."""
    made = [
        {
            "submission_id": f"{month} {number}",
            "extended_at": f"{2024 + month // 12}-{month % 12 + 1:02}-10T09:00:00Z",
            "answered_at": f"{2024 + month // 12}-{month % 12 + 1:02}-12T09:00:00Z",
            "outcome": "accepted" if number < count else "declined",
        }
        for month, count in enumerate(accepted)
        for number in range(of)
    ]
    received = {"received_at": "2024-01-02T09:00:00Z"}
    profiles = [{"submission_id": offer["submission_id"]} | received for offer in made]
    return {"offers": made, "submissions": profiles, "searches": SEARCHES, "export": EXPORT}


def months_of(export: Given, measure: str, **asked: Any) -> list[dict[str, Any]]:
    rows = export.metric("measure_months", **asked)
    return [row | {"month": row["month"].date()} for row in rows if row["measure"] == measure]


def exact_limit(probability: float, n: int, p: float) -> float:
    """Spiegelhalter 2005, A.1.1, by the library's own binomial."""
    r = stats.binom.ppf(probability, n, p)
    return float((r - (stats.binom.cdf(r, n, p) - probability) / stats.binom.pmf(r, n, p)) / n)


@pytest.mark.parametrize("n", [1, 2, 7, 24, 149, 4000])
@pytest.mark.parametrize("p", [0.02, 0.31, 0.5, 0.96])
def test_limits_are_those_of_the_exact_binomial(n: int, p: float) -> None:
    low, high = limits.funnel_limits(n, p, 0.9973)
    expected = [exact_limit(tail, n, p) for tail in (0.00135, 0.99865)]
    assert (low, high) == approx([min(max(limit, 0), 1) for limit in expected], abs=1e-9)


def test_a_month_is_judged_by_the_first_twelve_alone(given: GivenExport) -> None:
    usual = [8] * 12
    export = given(**offers([*usual, 8, 2, 9]), as_of=date(2025, 6, 30))
    rows = months_of(export, ACCEPTED, **EARLY_2025)
    assert [(row["k"], row["n"]) for row in rows[-3:]] == [(8, 10), (2, 10), (9, 10)]
    assert {row["usual_share"] for row in rows} == {0.8}
    assert rows[0]["usual_low"] == approx(exact_limit(0.00135, 10, 0.8), abs=1e-9)
    assert [row["signal"] for row in rows] == [None] * 13 + ["beyond", None]
    assert [row["month"] for row in rows if row["is_named"]] == [date(2025, 2, 1)]
    # What came later moved no limit: they are those of the twelve alone, which have no signal.
    alone = months_of(given(**offers(usual), as_of=date(2025, 6, 30)), ACCEPTED)
    names = ("usual_share", "usual_low", "usual_high")
    assert [alone[0][name] for name in names] == [rows[0][name] for name in names]


def test_eight_months_on_one_side_are_named_and_seven_are_not(given: GivenExport) -> None:
    swinging = [7, 9] * 6  # usual: 8 of 10
    export = given(**offers([*swinging, *[9] * 6]), as_of=date(2025, 7, 31))
    assert {row["signal"] for row in months_of(export, ACCEPTED, **EARLY_2025)} == {None}
    # The twelfth month lies above as well: the run is eight with the seventh of the new ones.
    longer = given(**offers([*swinging, *[9] * 7]), as_of=date(2025, 8, 14))
    rows = months_of(longer, ACCEPTED, **EARLY_2025)
    assert [row["signal"] for row in rows] == [None] * 18 + ["run"]


def test_nothing_is_usual_before_twelve_months(given: GivenExport) -> None:
    rows = months_of(given(**offers([8] * 10 + [0]), as_of=date(2025, 6, 30)), ACCEPTED)
    assert len(rows) == 11
    assert all(pd.isna(row["usual_low"]) and row["signal"] is None for row in rows)


def test_a_month_whose_cases_cannot_be_judged_yet_is_left_out(given: GivenExport) -> None:
    export = given(**offers([8, 8, 8]), as_of=date(2024, 4, 13))
    assert [row["month"].month for row in months_of(export, ACCEPTED)] == [1, 2]  # 14 April: three
    later = given(**offers([8, 8, 8]), as_of=date(2024, 4, 14))
    assert [row["month"].month for row in months_of(later, ACCEPTED)] == [1, 2, 3]


def test_days_in_touch_are_cut_at_the_ends_of_months(given: GivenExport) -> None:
    # Briefed on 20 January, met on 10 February and never again; 14 days agreed; as of 31 March.
    # January: 21 to 31, all within 14 days. February: to the 3rd still, 4th to 10th not, 11th to
    # 24th again, 25th to 29th not. March: nothing.
    export = given(
        agencies=[{"agency_id": "a", "meeting_interval_days": "14"}],
        searches=SEARCHES,
        briefs=[{"agency_id": "a", "briefed_at": "2024-01-20T09:00:00Z"}],
        meetings=[{"agency_id": "a", "starts_at": "2024-02-10T09:00:00Z", "status": "held"}],
        as_of=date(2024, 3, 31),
    )
    rows = months_of(export, IN_TOUCH)
    assert [(r["month"].month, r["k"], r["n"]) for r in rows] == [
        (1, 11, 11),
        (2, 17, 29),
        (3, 0, 31),
    ]
    (whole,) = export.metric("meeting_rhythm")
    assert (whole["covered_days"], whole["window_days"]) == (28, 71)


def test_what_is_usual_may_begin_later_by_a_setting(
    given: GivenExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = given(**offers([2] * 3 + [8] * 12 + [8]), as_of=date(2025, 6, 30))
    monkeypatch.setattr(
        "partnership.queries.current", lambda: settings.Settings(usual_from="2024-04")
    )
    rows = months_of(export, ACCEPTED)
    assert (rows[0]["month"], rows[0]["usual_share"], len(rows)) == (date(2024, 4, 1), 0.8, 13)
    with pytest.raises(WrongSetting, match="2024-4"):
        settings.settings_of('usual_from = "2024-4"', "settings.toml")


def test_overview_says_the_newest_unusual_month_of_each_measure(given: GivenExport) -> None:
    export = given(**offers([8] * 12 + [2, 8, 2]), as_of=date(2025, 6, 30))
    months = pd.DataFrame(export.metric("measure_months", **EARLY_2025))
    said = findings.changes(None, months, {})
    low, high = (100 * exact_limit(tail, 10, 0.8) for tail in (0.00135, 0.99865))
    assert [page for _, page in said if page == "offers.py"] == ["offers.py"]
    (sentence,) = [text for text, page in said if page == "offers.py"]
    assert sentence == (
        "Offers accepted: March 2025 lies below what is usual here "
        f"(20\u00a0%, 2 of 10; usually {low:.0f}–{high:.0f}\u00a0%)."
    )


def test_the_chart_marks_what_breaks_a_rule_and_draws_no_limits_it_has_not(
    given: GivenExport,
) -> None:
    export = given(**offers([8] * 12 + [2]), as_of=date(2025, 6, 30))
    figure = charts.control_chart(pd.DataFrame(months_of(export, ACCEPTED)), axis="Share, %")
    marked = [trace for trace in figure.data if trace.marker.color == palette.VERMILION]
    assert [list(trace.y) for trace in marked] == [[20.0]]
    few = given(**offers([8] * 5), as_of=date(2025, 6, 30))
    plain = charts.control_chart(pd.DataFrame(months_of(few, ACCEPTED)), axis="Share, %")
    assert len(plain.data) == 1
