"""Settings on the Data screen: what is saved, what it moves, the log; and the file they are in."""

from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from screen_builds import made_once
from small_export import write_export
from streamlit.testing.v1 import AppTest

from partnership import builds, entries, records, settings, settings_changes
from partnership.errors import WrongSetting
from partnership.labels.data import NO_FILES
from partnership.settings import Rate, Settings, settings_from

PAGES = Path(__file__).parent.parent / "pages"
AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
COMMENTED = """# agreed in the steering group
reply_days = 2  # as in the contract
owner = 'company'

[[rates]]
currency = "GBP"
rate = 1.1
on = 2025-01-01
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, in which nothing is set."""
    for name in ("BUILDS", "EXPORTS", "RECORDS"):
        monkeypatch.setattr(settings, name, tmp_path / name.lower())
    monkeypatch.setattr(settings, "SETTINGS_FILE", tmp_path / "settings.toml")
    return tmp_path


@pytest.fixture
def screen(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> AppTest:
    """The Data screen on that folder, its figures made from the files kept there."""
    write_export(folder / "exports")
    made = made_once("small export", tmp_path_factory.getbasetemp())
    copytree(made, folder / "builds", ignore=ignore_patterns(".lock"))
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
    return app.switch_page("data.py").run()


def said(app: AppTest) -> str:
    elements = (*app.success, *app.error, *app.warning, *app.info, *app.markdown)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def test_a_change_is_saved_counts_at_the_next_update_and_is_in_the_log(
    folder: Path, screen: AppTest
) -> None:
    screen.number_input(key="set reply_days 0").set_value(3)
    screen.selectbox(key="set fiscal_year_start 0").set_value(4)
    screen.text_input(key="your name").set_value("Ann")
    screen.button(key="save settings").click().run()
    assert not screen.exception
    assert settings_from() == Settings(reply_days=3, fiscal_year_start=4)
    assert "Reply days: 2 → 3." in said(screen) and "January → April" in said(screen)
    assert "made with other settings: Reply days 2, now 3." in said(screen)
    assert "Reply days 2 → 3 · by Ann" in said(screen)
    periods = screen.selectbox(key="period").options
    assert any(option.startswith("FY26 Q4 (Jan–Mar 2026)") for option in periods)
    screen.button(key="update for settings").click().run()
    assert "The figures are up to date" in said(screen)
    assert "made with other settings" not in said(screen)
    assert builds.current(folder / "builds").manifest["settings"]["reply_days"] == 3


def test_beside_the_sample_update_figures_counts_what_was_typed_and_set(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copytree(
        made_once("sample", tmp_path_factory.getbasetemp()),
        folder / "builds",
        ignore=ignore_patterns(".lock"),
    )
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
    screen = app.switch_page("data.py").run().button(key="update").click().run()
    assert NO_FILES in said(screen), "there is nothing to count anew"
    target = {"metric": "kickoff_coverage.tri_party_rate", "floor": "0.7", "target": "0.9"}
    at_both = {"agency_id": "", "agreed_on": "2026-09-30", "agreed_by": "both"}
    entries.enter(folder / "records" / "sample", {"targets": [target | at_both]}, by="Ann")
    screen = screen.run().button(key="update").click().run()
    assert not screen.exception and "The figures are up to date" in said(screen)
    build = builds.current(folder / "builds")
    assert entries.since(folder / "records" / "sample", "targets", build) == []


def test_what_does_not_fit_is_said_and_nothing_is_saved(folder: Path, screen: AppTest) -> None:
    screen.text_input(key="set reporting_currency 0").set_value("e1")
    screen.button(key="save settings").click().run()
    assert "three capital letters" in said(screen)
    assert not settings.SETTINGS_FILE.exists() and settings_changes.log() == []
    screen.text_input(key="set reporting_currency 0").set_value("eur")
    screen.button(key="save settings").click().run()
    assert settings_from().reporting_currency == "EUR"


def test_saving_nothing_says_so(screen: AppTest) -> None:
    screen.button(key="save settings").click().run()
    assert "Nothing was changed." in said(screen) and not settings.SETTINGS_FILE.exists()


def test_a_wrong_file_is_said_on_the_screen(folder: Path, screen: AppTest) -> None:
    settings.SETTINGS_FILE.write_text("reply_days = 0", encoding="utf-8")
    screen.run()
    assert not screen.exception and "Use 1 to 60." in said(screen)


# --- the file and the log -----------------------------------------------------------------------


def test_comments_stay_and_rates_are_replaced(folder: Path) -> None:
    settings.SETTINGS_FILE.write_text(COMMENTED, encoding="utf-8")
    rates = (Rate("USD", 0.92, date(2026, 9, 30)),)
    changes = {"reply_days": 3, "rates": rates, "reporting_currency": "EUR"}
    settings_changes.change(changes, by="Ann", at=AT)
    assert settings.SETTINGS_FILE.read_text(encoding="utf-8") == (
        "# agreed in the steering group\n"
        "reply_days = 3  # as in the contract\n"
        "owner = 'company'\n"
        "\n"
        'reporting_currency = "EUR"\n'
        "\n"
        "[[rates]]\n"
        'currency = "USD"\n'
        "rate = 0.92\n"
        "on = 2026-09-30\n"
    )
    assert records.read(folder / "records", "settings_changes") == [
        _line("reply_days", "2", "3"),
        _line("reporting_currency", "", "EUR"),
        _line("rates", "GBP 1.1 2025-01-01", "USD 0.92 2026-09-30"),
    ]


def _line(setting: str, old: str, new: str) -> dict[str, str]:
    about = {"setting": setting, "old": old, "new": new}
    return about | {"entered_by": "Ann", "entered_at": "2026-03-12T09:00:00+00:00"}


@pytest.mark.parametrize(
    "text",
    [
        '"reply_days" = 4',
        "reply_days = 4 # 'x'",
        "reply_days=0x4",
        '\nreply_days = 4\n\n[[rates]]\ncurrency = "USD"\nrate = 1\non = 2026-01-01',
    ],
)
def test_however_the_file_is_written_the_change_arrives_alone(folder: Path, text: str) -> None:
    settings.SETTINGS_FILE.write_text(text, encoding="utf-8")
    before = settings_from()
    settings_changes.change({"reply_days": 5, "default_time_zone": "Europe/Oslo"}, by="")
    after = settings_from()
    assert (after.reply_days, after.default_time_zone) == (5, "Europe/Oslo")
    assert after.rates == before.rates


def test_what_cannot_be_logged_is_not_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SETTINGS_FILE.write_text("reply_days = 2\n", encoding="utf-8")
    (folder / "records").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError):
        settings_changes.change({"reply_days": 3}, by="Ann")
    assert settings_from() == Settings()


def test_a_wrong_value_writes_nothing(folder: Path) -> None:
    with pytest.raises(WrongSetting):
        settings_changes.change({"reply_days": 0}, by="Ann")
    assert not settings.SETTINGS_FILE.exists() and settings_changes.log() == []


def test_the_log_of_settings_does_not_ask_for_another_build(folder: Path) -> None:
    export = write_export(folder / "exports")
    first = builds.build([export], builds=folder / "builds", records=folder / "records")
    settings_changes.change({"fewest_for_a_share": 6}, by="Ann")
    again = builds.build([export], builds=folder / "builds", records=folder / "records")
    assert again.name == first.name


@pytest.mark.parametrize(("fewest", "is_open"), [(10, True), (1, False)])
def test_under_so_many_cases_the_cases_stand_open_beside_the_share(
    folder: Path, fewest: int, is_open: bool
) -> None:
    settings.SETTINGS_FILE.write_text(f"fewest_without_cases = {fewest}", encoding="utf-8")
    builds.build([write_export(folder / "exports")], builds=folder / "builds")
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60).run()
    app.selectbox(key="period").set_value("All data")
    app.switch_page("time_to_fill.py").run()
    assert not app.exception
    shown = [table for table in app.dataframe if "filled_by_channel" in table.value.columns]
    assert bool(shown) is is_open
