"""Rules a user may change."""

from datetime import date
from pathlib import Path

import pytest

from partnership.errors import WrongSetting
from partnership.settings import Rate, Settings, settings_from


def written(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert settings_from(tmp_path / "settings.toml") == Settings()


def test_what_is_named_wins_over_the_default(tmp_path: Path) -> None:
    file = written(tmp_path, 'owner = "agency"\ndefault_time_zone = "Europe/Berlin"\n')
    assert settings_from(file) == Settings(owner="agency", default_time_zone="Europe/Berlin")


def test_rates_are_read_with_their_day(tmp_path: Path) -> None:
    file = written(tmp_path, '[[rates]]\ncurrency = "USD"\nrate = 0.92\non = 2026-09-30\n')
    assert settings_from(file).rates == (Rate("USD", 0.92, date(2026, 9, 30)),)


@pytest.mark.parametrize(
    ("text", "said", "next_step"),
    [
        ('ower = "agency"', "ower", "Did you mean owner?"),
        ('colour = "red"', "colour", "default_time_zone"),
        ('owner = "nobody"', "nobody", "company, agency"),
        ('set_aside_days = "30"', "set_aside_days", "a whole number"),
        ('default_time_zone = "Mars/Base"', "Mars/Base", "Europe/Berlin"),
        ("owner = ", "settings.toml", "name = value"),
        ("fiscal_year_start = 13", "fiscal_year_start = 13", "Use 1 to 12."),
        ("reply_days = true", "reply_days", "a whole number"),
        ('people_shown = "age"', "age", "role, department, name"),
        ('reporting_currency = "euro"', "euro", "three capital letters"),
        ("rates = 3", "rates", "[[rates]]"),
        ('[[rates]]\ncurrency = "USD"\nrate = 0', "USD", "what one is worth"),
        ('[[rates]]\ncurrency = "USD"\nrate = 0.9\non = "2026"', "2026", "2026-09-30"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(
    tmp_path: Path, text: str, said: str, next_step: str
) -> None:
    with pytest.raises(WrongSetting) as refused:
        settings_from(written(tmp_path, text))
    assert said in refused.value.message
    assert next_step in refused.value.next_step
