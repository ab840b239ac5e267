"""Who is which reader: the access file, read strictly, and the claims, believed only where they
are confirmed."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from partnership import signed_out
from partnership.access import (
    EXPIRED,
    UNCONFIRMED,
    UNKNOWN,
    Access,
    TurnedAway,
    WrongAccess,
    access_from,
    reader_of,
)
from partnership.labels import signing_in as words
from partnership.readers import HR, Reader

NOW = 1_800_000_000
FILE = """
contact = "Ana in HR"

[hr]
emails = ["Ana@company.example", "lee@partner.example"]
domains = ["people.company.example"]
claims = { groups = ["hr-partnership"], oid = ["0001"] }

[agency.A1]
emails = ["harry@harbour.example", "consultant@people.company.example"]
domains = ["harbour.example"]

[agency."A 2"]
claims = { groups = ["northgate"] }
"""
HARBOUR, NORTHGATE = Reader("A1"), Reader("A 2")


def written(folder: Path, text: str) -> Path:
    file = folder / "access.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    return file


@pytest.fixture
def access(tmp_path: Path) -> Access:
    return access_from(written(tmp_path, FILE))


def person(**claims: Any) -> dict[str, Any]:
    """A signed-in person whose confirmed address is no one's; `claims` replace some."""
    return {
        "exp": NOW + 60,
        "email": "someone@elsewhere.example",
        "email_verified": True,
    } | claims


@pytest.mark.parametrize(
    ("claims", "reader"),
    [
        ({"email": "ana@company.example"}, HR),
        ({"email": "ANA@Company.Example"}, HR),
        ({"email": "anyone@people.company.example"}, HR),
        ({"email": "harry@harbour.example"}, HARBOUR),
        ({"email": "new@harbour.example", "email_verified": "true"}, HARBOUR),
        # Named by address, though the domain is HR's.
        ({"email": "consultant@people.company.example"}, HARBOUR),
        ({"groups": ["x", "hr-partnership"]}, HR),
        ({"groups": "northgate"}, NORTHGATE),
        # A claim is the provider's word, whatever the address.
        ({"oid": "0001", "email_verified": False}, HR),
        # A claim wins over a domain.
        ({"groups": ["northgate"], "email": "new@harbour.example"}, NORTHGATE),
    ],
)
def test_a_person_is_the_reader_that_the_file_names(
    access: Access, claims: dict[str, Any], reader: Reader
) -> None:
    assert reader_of(person(**claims), access, NOW) == reader


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({}, UNKNOWN),
        ({"email": "ana@company.example.evil.example"}, UNKNOWN),
        ({"email": "ana@evil.example@company.example"}, UNCONFIRMED),
        ({"email": "x@sub.harbour.example"}, UNKNOWN),
        ({"email": "x@notharbour.example"}, UNKNOWN),
        ({"email": "harbour.example"}, UNCONFIRMED),
        ({"email": " ana@company.example"}, UNCONFIRMED),
        ({"email": "ana@company.example\n"}, UNCONFIRMED),
        # Looks the same and is not: a Kelvin sign becomes a k in small letters.
        ({"email": "lee@\u212apartner.example"}, UNCONFIRMED),
        ({"email": ["ana@company.example"]}, UNCONFIRMED),
        ({"email": "ana@company.example", "email_verified": False}, UNCONFIRMED),
        ({"email": "ana@company.example", "email_verified": None}, UNCONFIRMED),
        ({"email": "ana@company.example", "email_verified": 1.5}, UNCONFIRMED),
        ({"email": "ana@company.example", "email_verified": "false"}, UNCONFIRMED),
        ({"email": "ana@company.example", "exp": NOW}, EXPIRED),
        ({"email": "ana@company.example", "exp": NOW - 1}, EXPIRED),
        ({"email": "ana@company.example", "exp": None}, EXPIRED),
        ({"email": "ana@company.example", "exp": "2099-01-01"}, EXPIRED),
        ({"email": "ana@company.example", "exp": True}, EXPIRED),
        ({"email": "ana@company.example", "exp": float("inf")}, EXPIRED),
        ({"groups": ["hr-partnership-guests"]}, UNKNOWN),
        ({"groups": ["HR-Partnership"]}, UNKNOWN),
        ({"groups": {"hr-partnership": True}}, UNKNOWN),
        # Two readers at once are none, not even the one of the domain.
        ({"groups": ["hr-partnership", "northgate"]}, UNKNOWN),
        ({"groups": ["hr-partnership", "northgate"], "email": "x@harbour.example"}, UNKNOWN),
    ],
)
def test_everyone_else_is_turned_away(access: Access, claims: dict[str, Any], reason: str) -> None:
    with pytest.raises(TurnedAway) as turned:
        reader_of(person(**claims), access, NOW)
    assert turned.value.reason == reason
    assert reason in words.TITLES and reason in words.HINTS


def test_an_empty_file_lets_nobody_in(tmp_path: Path) -> None:
    access = access_from(written(tmp_path, ""))
    with pytest.raises(TurnedAway):
        reader_of(person(email="ana@company.example"), access, NOW)


def test_who_was_removed_is_out_at_the_next_look(tmp_path: Path) -> None:
    file = written(tmp_path, FILE)
    ana = person(email="ana@company.example")
    assert reader_of(ana, access_from(file), NOW) == HR
    file.write_text(FILE.replace('"Ana@company.example", ', ""), encoding="utf-8")
    with pytest.raises(TurnedAway):
        reader_of(ana, access_from(file), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "[hr",
        "[hr]\nemails = 'ana@company.example'",
        "[hr]\nemails = ['ana']",
        "[hr]\nemails = ['ana@company.example', 7]",
        "[hr]\nemails = ['']",
        "[hr]\ndomains = ['@company.example']",
        "[hr]\ndomains = ['*']",
        "[hr]\ndomains = ['gmail.com']",
        "[hr]\ndomains = ['example']",
        "[hr]\nemail = ['ana@company.example']",
        "[hr]\nclaims = ['hr']",
        "[hr]\nclaims = { groups = 'hr' }",
        "hr = ['ana@company.example']",
        "[HR]\nemails = ['ana@company.example']",
        "[agencies.A1]\ndomains = ['harbour.example']",
        "agency = 'A1'",
        "[agency.'']\ndomains = ['harbour.example']",
        "[agency.A1]\ndomains = ['a.example']\n[agency.A2]\ndomains = ['A.example']",
        "[hr]\nemails = ['a@b.example']\n[agency.A2]\nemails = ['A@b.example']",
        "[hr]\nclaims = {g = ['x']}\n[agency.A2]\nclaims = {g = ['x']}",
        "contact = 1",
    ],
)
def test_a_file_that_is_not_understood_lets_nobody_in_and_says_where(
    tmp_path: Path, text: str
) -> None:
    with pytest.raises(WrongAccess) as wrong:
        access_from(written(tmp_path, text))
    assert "access.toml" in str(wrong.value) and wrong.value.next_step
    assert "ana@" not in str(wrong.value).lower()


def test_a_missing_file_and_one_that_everybody_may_change_let_nobody_in(tmp_path: Path) -> None:
    with pytest.raises(WrongAccess):
        access_from(tmp_path / "access.toml")
    file = written(tmp_path, FILE)
    file.chmod(0o666)
    with pytest.raises(WrongAccess, match="chmod 600"):
        access_from(file)
    file.chmod(0o600)
    file.write_bytes("contact = 'é'".encode("latin-1"))
    with pytest.raises(WrongAccess):
        access_from(file)


def test_who_signed_out_stays_out_until_the_sign_in_would_have_run_out(tmp_path: Path) -> None:
    file = tmp_path / "data" / "signed_out"
    assert not signed_out.holds(file, "a" * 64)
    signed_out.add(file, "a" * 64, until=NOW + 100, now=NOW)
    signed_out.add(file, "b" * 64, until=NOW + 900, now=NOW)
    assert signed_out.holds(file, "a" * 64) and signed_out.holds(file, "b" * 64)
    assert file.stat().st_mode & 0o777 == 0o600
    # Another process, such as this one after a restart, has the file alone.
    again = "from pathlib import Path; from partnership import signed_out; import sys;"
    again += "print(signed_out.holds(Path(sys.argv[1]), 'b' * 64))"
    said = subprocess.run([sys.executable, "-c", again, file], capture_output=True, text=True)
    assert said.stdout == "True\n"
    signed_out.add(file, "c" * 64, until=NOW + 999, now=NOW + 500)
    assert [line[-1] for line in file.read_text().splitlines()] == ["b", "c"]


def test_a_damaged_line_of_that_list_is_passed_over_and_an_unreadable_one_is_an_error(
    tmp_path: Path,
) -> None:
    file = tmp_path / "signed_out"
    file.write_bytes(b"\xff\n12\n" + b"99 " + b"a" * 64 + b"\nx " + b"b" * 64)
    assert signed_out.holds(file, "a" * 64) and not signed_out.holds(file, "b" * 64)
    file.unlink()
    file.mkdir()
    with pytest.raises(OSError):
        signed_out.holds(file, "a" * 64)
