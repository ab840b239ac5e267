"""Rules a user may change."""

from pathlib import Path

import pytest

from partnership.errors import WrongSetting
from partnership.settings import Settings, settings_from


def written(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert settings_from(tmp_path / "settings.toml") == Settings()


def test_what_is_named_wins_over_the_default(tmp_path: Path) -> None:
    file = written(tmp_path, 'owner = "agency"\ndefault_time_zone = "Europe/Berlin"\n')
    assert settings_from(file) == Settings(owner="agency", default_time_zone="Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "said", "next_step"),
    [
        ('ower = "agency"', "ower", "Did you mean owner?"),
        ('colour = "red"', "colour", "default_time_zone"),
        ('owner = "nobody"', "nobody", "company, agency"),
        ('set_aside_days = "30"', "set_aside_days", "a whole number"),
        ('default_time_zone = "Mars/Base"', "Mars/Base", "Europe/Berlin"),
        ("owner = ", "settings.toml", "name = value"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(
    tmp_path: Path, text: str, said: str, next_step: str
) -> None:
    with pytest.raises(WrongSetting) as refused:
        settings_from(written(tmp_path, text))
    assert said in refused.value.message
    assert next_step in refused.value.next_step
