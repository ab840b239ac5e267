"""The Both sides screen: what it says of two scorecards, and what it never says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import charts, entries, settings
from partnership.findings import both_sides as findings
from partnership.labels import both_sides as words
from partnership.statistics.scorecard import Score
from partnership.targets import Target

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"
Open = Callable[..., AppTest]


@pytest.fixture
def opened(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Open:
    """`opened(card="All agencies")` is the screen of the sample with that in its address."""
    monkeypatch.setattr(settings, "BUILDS", made_once("sample", tmp_path_factory.getbasetemp()))
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")

    def open_screen(analysts: bool = False, **asked: str) -> AppTest:
        app = AppTest.from_file(str(SHELL), default_timeout=60)
        for key, value in asked.items():
            app.query_params[key] = value
        app = app.switch_page("both_sides.py").run()
        if analysts:
            app.session_state["for analysts"] = True
            app.run()
        assert not app.exception and not app.error
        return app

    return open_screen


def said(app: AppTest) -> str:
    elements = (*app.markdown, *app.caption, *app.subheader, *app.metric)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def cards(app: AppTest) -> dict[str, str]:
    return {metric.label: str(metric.value) for metric in app.metric}


def table_of(app: AppTest, column: str) -> pd.DataFrame:
    return next(frame.value for frame in app.dataframe if column in frame.value)


def test_both_cards_stand_on_one_screen_and_results_beside_them(opened: Open) -> None:
    app = opened(partner="Northgate")
    shown = cards(app)
    assert list(shown) == ["HR keeps", "Northgate keeps", "Both keep", "Filled by day 60",
                           "Really started", "Stay 90 days"]  # fmt: skip
    assert all(shown[name].endswith(" of 100") for name in list(shown)[:3])
    text = said(app)
    assert f"HR keeps {shown['HR keeps']} (" in text
    assert "weakest: Profiles answered in time" in text
    assert "No target agreed yet: Invited within 2 days." in text
    lines = table_of(app, "owed_by")
    assert list(lines["owed_by"].value_counts()) == [8, 8, 3]
    # What each agreed line weighs adds up to its side.
    assert lines.groupby("owed_by")["weight_share"].sum().round(6).eq(100).all()
    assert (lines["others_of"] != "–").sum() >= 10


def test_all_agencies_are_one_card_without_the_others(opened: Open) -> None:
    app = opened(card="All agencies", agency="Harbour")
    assert "the agencies keep" in said(app) and "The agencies keep" in cards(app)
    lines = table_of(app, "owed_by")
    assert "others_of" not in lines
    answered = lines[lines["line"] == "Profiles answered in time"]
    assert answered["line_rate_of"].iloc[0].endswith("of 1,615"), (
        "the filter on Harbour is left out"
    )


def test_changed_weights_are_said_and_change_the_score(opened: Open) -> None:
    before, app = (
        opened(partner="Northgate"),
        opened(partner="Northgate", weight_speed="not counted"),
    )
    assert "Weights were changed: Speed not counted." in said(app)
    assert "Weights were changed" not in said(before)
    assert cards(app)["HR keeps"] != cards(before)["HR keeps"]
    lines = table_of(app, "owed_by").set_index("line")
    assert lines.loc["Profiles answered in time", "weight_share"] == 0


def test_a_target_typed_after_the_figures_counts_at_once(opened: Open) -> None:
    row = {"agency_id": "", "metric": "interview_scheduling.invited_rate", "floor": "0.5"}
    row |= {"target": "0.9", "agreed_on": "2026-10-01", "agreed_by": "both"}
    entries.enter(settings.RECORDS / "sample", {"targets": [row]}, by="Ann")
    app = opened(partner="Northgate")
    assert "No target agreed yet" not in said(app)
    assert "8 of 8 lines measured" in said(app)


def test_agencies_are_compared_for_analysts_alone(opened: Open) -> None:
    app = opened(analysts=True, partner="Northgate")
    league = table_of(app, "rank_interval")
    assert len(league) == 12 and list(league["drawn_rate"]) == sorted(
        league["drawn_rate"], reverse=True
    )
    scores = table_of(app, "agency_ranks")
    # Two agencies have too few cases for a score of their own.
    assert 10 <= scores["agency_score"].notna().sum() < 12
    assert set(league["suspicion"]) <= {"", "watch", "flag"} and "flag" in set(league["suspicion"])
    assert "Agencies against all together" in said(app)
    assert "Agencies against all together" not in said(opened(partner="Northgate"))


# --- words --------------------------------------------------------------------------------------


def score(side: str, **known: Any) -> Score:
    blank = {"middle": 50.7, "low": 33.2, "high": 66.9, "at_face_value": 51.9, "lowest": 40.0,
             "highest": 60.0, "covered": 1.0, "lines": 3, "measured": 3,
             "weakest": "offer_turnaround.on_time_rate"}  # fmt: skip
    return Score(side, **(blank | known))


def test_the_score_is_said_with_its_range() -> None:
    of = findings.sides("Harbour", is_agencys_own=False)
    scores = {"hr": score("hr"), "agency": score("agency", middle=None, low=None, high=None)}
    assert findings.finding(scores, of, None) == (
        "HR keeps 51 of 100 (33–67); no number yet for Harbour."
    )
    own = findings.sides("Fennholt", is_agencys_own=True)
    scores = {"hr": score("hr"), "agency": score("agency"), "shared": score("shared")}
    assert findings.finding(scores, own, {"speed": 2, "roles": 1, "offer": 0}) == (
        "Fennholt keeps 51 of 100 (33–67); we keep 51 of 100 (33–67); what both owe stands at "
        "51 of 100 (33–67). Weights were changed: Speed ×2, Offers not counted."
    )
    assert "have been agreed yet" in findings.finding({}, of, None)
    assert findings.finding({"agency": scores["agency"]}, of, None) != words.NO_NUMBERS
    nothing = score("hr", middle=None, low=None, high=None)
    assert findings.finding({"hr": nothing}, of, None) == words.NO_NUMBERS


def test_a_card_says_what_is_missing_and_the_weakest_line() -> None:
    of = findings.sides("Harbour", is_agencys_own=False)
    whole, part, none = findings.cards(
        {
            "hr": score("hr"),
            "agency": score("agency", measured=2),
            "shared": score("shared", middle=None, low=None, high=None, measured=0, weakest=None),
        },
        of,
    )
    assert (whole.value, whole.basis, whole.likely) == ("51 of 100", "likely range 33–67", "")
    assert whole.target == "weakest: Offer within 3 days"
    assert (part.before, part.likely) == (
        "2 of 3 lines measured",
        "40–60 if all lines were measured",
    )
    assert (none.value, none.basis, none.target) == ("–", "too little measured for a number", "")
    assert [card.value for card in findings.cards({}, of)] == ["–"] * 3


PLAN = pd.DataFrame(
    [("hr", "speed", "feedback_latency.on_time_rate"),
     ("hr", "offer", "offer_turnaround.on_time_rate"),
     ("agency", "clean", "redundant_submissions.by_agency_rate"),
     ("shared", "rhythm", "meeting_rhythm.rhythm_coverage")],
    columns=["side", "pillar", "line"],
)  # fmt: skip


def some_lines() -> pd.DataFrame:
    rows = pd.DataFrame(
        [
            ("feedback_latency.on_time_rate", 8, 10, 0.8, 0.5, 0.94, None, True),
            ("redundant_submissions.by_agency_rate", 9, 20, 0.45, 0.26, 0.66, None, True),
            ("meeting_rhythm.rhythm_coverage", 2, 4, 0.5, 0.1, 0.9, "few", False),
        ],
        columns="line k n rate low high verdict is_measured".split(),
    ).assign(**dict.fromkeys(("group", "side", "pillar", "floor", "target", "points")))
    rows = rows.assign(quarter_k=[2, 2, 0], quarter_n=[3, 8, 0], quarter_rate=[0.67, 0.25, None])
    targets = {
        "feedback_latency.on_time_rate": Target(0.4, 0.8),
        "redundant_submissions.by_agency_rate": Target(0.2, 0.1),
    }
    unseen = ["offer_turnaround.on_time_rate"]
    return findings.card_lines(
        PLAN, rows.assign(before_k=None, before_n=None, before_rate=None), targets, unseen
    )


def test_every_line_of_the_plan_has_its_row_and_its_words() -> None:
    of = findings.sides("Harbour", is_agencys_own=False)
    peers = pd.DataFrame(
        [("feedback_latency.on_time_rate", 0.44, 15, 29),
         ("meeting_rhythm.rhythm_coverage", 0.8, 5000, None)],
        columns=["line", "others_rate", "others_from", "others_to"],
    )  # fmt: skip
    shown = findings.table(some_lines(), peers, of, None)
    assert list(shown["owed_by"]) == ["HR", "HR", "Harbour", "both"]
    assert list(shown["line_state"]) == [
        "could be chance", words.UNSEEN, "▲ clearly above the limit", words.NOT_MEASURED,
    ]  # fmt: skip
    assert shown["points"].iloc[0] == 100 and shown["points"].iloc[2] == 0
    assert shown["points"].isna().tolist() == [False, True, False, True]
    percent = "\N{NO-BREAK SPACE}%"
    assert list(shown["others_of"]) == [
        f"44{percent} of 15–29", "–", "–", f"80{percent} of 5,000 or more",
    ]  # fmt: skip
    assert list(shown["likely_of"]) == [f"50–94{percent}", "–", f"26–66{percent}", "–"]
    assert list(shown["quarter_of"]) == ["2 of 3", "–", f"25{percent} of 8", "–"]
    beside = findings.beside_others(shown)
    assert list(beside["line"]) == ["Profiles answered in time", "In touch as agreed"]
    without = findings.table(some_lines(), peers.head(0), of, None)
    assert "others_of" not in without and findings.beside_others(without).empty
    assert findings.not_agreed(some_lines()) == (
        "No target agreed yet: In touch as agreed. Not in the score until there is one."
    )


def test_a_line_without_cases_has_words_in_the_place_of_a_bar() -> None:
    hr = findings.bars(some_lines(), "hr")
    figure = charts.bullets(hr, axis="Share, %", **findings.BARS)
    band, bar, marks, texts = figure.data
    assert list(bar.y) == ["Profiles answered in time", "Offer within 3 days"]
    assert list(bar.x) == [80, None] and list(marks.x) == [80, None]
    assert (band.base[0], band.x[0]) == (40, 40)
    assert list(texts.text) == ["80\N{NO-BREAK SPACE}% · 8 of 10", words.UNSEEN]
    down = charts.bullets(findings.bars(some_lines(), "agency"), axis="", **findings.BARS).data
    assert (down[0].base[0], down[0].x[0], down[2].x[0]) == (10, 10, 10)
    few = charts.bullets(findings.bars(some_lines(), "shared"), axis="", **findings.BARS).data
    assert list(few[1].x) == [None] and list(few[3].text) == ["2 of 4"]


def test_the_funnel_names_those_outside_its_limits() -> None:
    dots = pd.DataFrame(
        {
            "label": ["Quay", "<b>Linden</b>"],
            "n": [10, 40],
            "rate": [0.2, 0.5],
            "is_outside": [False, True],
        }
    )
    limits = pd.DataFrame(
        {
            "n": [1, 50],
            "low_95": [0, 0.3],
            "high_95": [1, 0.6],
            "low_998": [0, 0.2],
            "high_998": [1, 0.7],
        }
    )
    figure = charts.funnel(
        dots, limits, pooled=0.4, said="all", names=("95 %", "99.8 %"), axis="Share", cases="Cases"
    )
    *edges, agencies = figure.data
    assert [edge.name for edge in edges] == ["99.8 %", "99.8 %", "95 %", "95 %"]
    assert list(agencies.text) == ["", "&lt;b&gt;Linden&lt;/b&gt;"]
    assert list(agencies.x) == [10, 40] and list(agencies.y) == [20, 50]
