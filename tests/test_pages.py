"""Every screen opens on the sample, on nothing and on one row: titled, without an exception, and
with an empty state where a chart would be blank."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from asked_metrics import runs_of
from how_many import todays
from screen_builds import KINDS, made_once
from streamlit.testing.v1 import AppTest

from partnership import queries, settings
from partnership.labels import first_start

PAGES = Path(__file__).parent.parent / "pages"
SCREENS = sorted(file.name for file in PAGES.glob("*.py") if file.name != "shell.py")
OPENED = [(kind, screen) for kind in KINDS
          for screen in (SCREENS if kind == "sample" else todays(SCREENS, 2))]  # fmt: skip
# Six headline numbers, four of what ended, and two definitions side by side.
CARDS_OF_TIME_TO_FILL = 6 + 4 + 2

# Asked for when a row is chosen; made of the lines of the card, with the weights that are set;
# shown by its cases.
NOT_AT_FIRST = {
    "overview.py": {"partnership_measures"},
    "both_sides.py": {"scorecard"},
    "reply_times.py": {"waiting_now"},
}

Opened = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """`opened(screen, on="sample", agency=["Harbour"])` is that screen with those filters."""

    def open_screen(screen: str, on: str = "sample", **asked: list[str]) -> AppTest:
        monkeypatch.setattr(settings, "BUILDS", made_once(on, tmp_path_factory.getbasetemp()))
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        for key, values in asked.items():
            app.query_params[key] = values
        if screen == "overview.py":
            return app.run()
        app.switch_page(screen).run()
        return app.switch_page(screen)  # which fails where the menu has no such screen

    return open_screen


def words_of(app: AppTest) -> str:
    """All running text of a screen."""
    html = [element.proto.body for element in app.get("html")]
    elements = (*app.markdown, *app.caption, *app.info, *app.subheader, *app.metric)
    return "\n".join([*html, *(f"{element.value}" for element in elements)]).replace("\\", "")


@pytest.mark.parametrize(("kind", "screen"), OPENED)
def test_a_screen_opens_with_its_title_and_no_exception_and_asks_for_what_it_explains(
    opened: Opened, kind: str, screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = runs_of(monkeypatch)
    app = opened(screen, on=kind)
    assert not app.exception and not app.error
    assert len(app.title) == 1 and "As of " in words_of(app)
    if kind == "sample":
        assert runs[-1].explained - runs[-1].asked == NOT_AT_FIRST.get(screen, set())


def test_the_router_lists_every_screen() -> None:
    router = (PAGES / "shell.py").read_text(encoding="utf-8")
    assert [screen for screen in SCREENS if f'"{screen}"' not in router] == []


@pytest.mark.parametrize("screen", ["overview.py", "time_to_fill.py"])
def test_nothing_to_show_is_an_empty_state_and_never_a_blank_chart(
    opened: Opened, screen: str
) -> None:
    app = opened(screen, on="empty")
    assert len(app.get("plotly_chart")) == 0
    assert any("has no cases here" in info.value for info in app.info)
    assert {metric.value for metric in app.metric} <= {"–", "0"}


def test_the_sample_says_that_it_is_invented_and_other_figures_do_not(opened: Opened) -> None:
    assert "This is the sample" in words_of(opened("overview.py"))
    assert "This is the sample" not in words_of(opened("overview.py", on="one row"))


def test_the_first_start_builds_the_sample_by_itself(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "BUILDS", tmp_path / "builds")
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=120).run()
    assert not app.exception and "This is the sample" in words_of(app)
    assert (tmp_path / "builds" / "CURRENT").is_file()


def test_a_link_opens_the_screen_with_its_filters(opened: Opened) -> None:
    app = opened("time_to_fill.py", agency=["Harbour"], period=["2026 Q2"])
    chosen = "2026 Q2 (Apr 2026 – Jun 2026) against Jan 2026 – Mar 2026 · Harbour · all departments"
    assert chosen in words_of(app)
    everything = opened("time_to_fill.py")
    assert [m.value for m in app.metric] != [m.value for m in everything.metric]


@pytest.mark.parametrize("screen", todays(SCREENS, 2))
def test_an_agency_with_hardly_any_case_has_no_percentage_of_one(
    opened: Opened, screen: str
) -> None:
    app = opened(screen, agency=["Quay"])
    assert not app.exception and not app.error
    assert not {metric.value for metric in app.metric} & {"0\u00a0%", "100\u00a0%"}
    for table in app.dataframe:
        # Other texts stand on the right as well, without a share of their own.
        for rate in [column for column in table.value.columns if f"{column}_of" in table.value]:
            few = table.value[f"{rate}_of"].str.fullmatch("[0-4] of [0-4]")
            assert table.value.loc[few, rate].isna().all(), rate


def test_the_clock_without_holds_reaches_the_shares_too(opened: Opened) -> None:
    calendar = opened("time_to_fill.py", period=["All data"])
    without = opened("time_to_fill.py", period=["All data"], clock=["Without holds"])
    shares = [[metric.value for metric in app.metric][:3] for app in (calendar, without)]
    assert shares[0] != shares[1]


def test_hours_follow_the_minutes_that_are_assumed(opened: Opened) -> None:
    shown = []
    for minutes in ("30 minutes", "60 minutes"):
        app = opened("redundant_submissions.py", minutes=[minutes])
        (hours,) = [metric.value for metric in app.metric if metric.label == "Hours of reading"]
        shown.append(float(str(hours).split()[0]))
    assert shown[1] == 2 * shown[0] > 0


def test_what_a_link_asks_for_in_vain_is_said(opened: Opened) -> None:
    said = words_of(opened("overview.py", agency=["Nobody & Sons"]))
    assert "This link asked for Nobody" in said and "all agencies" in said


def test_reset_takes_every_filter_off(opened: Opened) -> None:
    app = opened("overview.py", agency=["Harbour"], period=["2026 Q2"])
    app.button(key="reset").click().run()
    assert "(last four quarters) against Oct 2024 – Sep 2025 · all agencies" in words_of(app)


def test_a_period_without_cases_keeps_the_cards_and_says_so(opened: Opened) -> None:
    app = opened("time_to_fill.py", period=["2024 Q3 so far"], department=["Sales"], location=["?"])
    assert not app.exception and len(app.metric) == CARDS_OF_TIME_TO_FILL


def test_a_part_that_fails_fails_alone(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    rows_of = queries.metric_rows

    def failing(connection: object, name: str, *args: object, **more: object) -> object:
        if name == "time_to_fill_curve":
            raise RuntimeError("secret row: Ann Zebra")
        return rows_of(connection, name, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(queries, "metric_rows", failing)
    st.cache_data.clear()
    app = opened("time_to_fill.py")
    st.cache_data.clear()
    assert len(app.error) == 1 and "reference" in app.error[0].value
    assert "Zebra" not in app.error[0].value
    assert len(app.metric) == CARDS_OF_TIME_TO_FILL


def test_a_first_start_asks_who_looks_and_is_never_in_the_way(opened: Opened) -> None:
    app = opened("meetings.py")
    asked = "".join(element.proto.body for element in app.get("html"))
    assert [role for role in first_start.ROLES.values() if role not in asked] == []
    assert "role=I+look+after+the+data" in asked and len(app.metric) == 6


@pytest.mark.parametrize("role", first_start.ROLES)
def test_an_answer_brings_next_steps_that_can_be_hidden(opened: Opened, role: str) -> None:
    app = opened("offers.py", role=[first_start.ROLES[role]])
    steps = [link.proto.label for link in app.get("page_link")]
    assert "2. " in "".join(steps)
    app.button(key="hide steps").click().run()
    assert not [button for button in app.button if button.key == "hide steps"]
    assert app.session_state["role"] == first_start.ROLES[role] and not app.exception


def test_real_figures_are_not_asked_about(opened: Opened) -> None:
    app = opened("meetings.py", on="one row")
    assert not any(first_start.QUESTION in element.proto.body for element in app.get("html"))
