"""Who may read what: a file that says which signed-in person is which reader."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from partnership.errors import PartnershipError
from partnership.readers import HR, Reader

# ASCII alone: in small letters, some other sign would be the same as one of these.
DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}")
EMAIL = re.compile(rf"[!-?A-~]+@{DOMAIN.pattern}")
# Anyone can have an address there, so such a domain names nobody's employees.
FOR_EVERYONE = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com "
    "aol.com gmx.de gmx.net web.de proton.me protonmail.com mail.com mail.ru yandex.ru qq.com "
    "163.com onmicrosoft.com".split()
)
WAYS = ("emails", "domains", "claims")
# No sign-in holds for a thousand years; also none that ends at no number.
LATEST = 10**11
WRITABLE_BY_ALL = 0o002
# Why somebody is not let in. What the page says of each is in labels/signing_in.py.
NOT_SIGNED_IN, EXPIRED, UNCONFIRMED, UNKNOWN = "not signed in", "expired", "unconfirmed", "unknown"
CLOSED, OPEN_ADDRESS = "closed", "open address"


class WrongAccess(PartnershipError):
    """The access file is not there or can't be understood, so nobody is let in."""

    title = "The access file does not fit"


class TurnedAway(Exception):
    """Raised for whoever may not read; `reason` is one of the words above."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Access:
    """The readers by e-mail address, by domain and by claim; `contact` is whom to ask."""

    emails: Mapping[str, Reader] = field(default_factory=dict)
    domains: Mapping[str, Reader] = field(default_factory=dict)
    claims: Mapping[tuple[str, str], Reader] = field(default_factory=dict)
    contact: str = ""


def access_from(file: Path) -> Access:
    """What the file says now: it is read each time, so that who was removed is out at once.

    Raises WrongAccess, which names the place and never the person.
    """
    try:
        if file.stat().st_mode & WRITABLE_BY_ALL:
            raise WrongAccess(
                f"{file.name} can be changed by everybody on this machine",
                f"Run `chmod 600 {file.name}`.",
            )
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongAccess(
            f"{file} can't be read: {type(error).__name__}",
            "Write it as docs/deployment.md shows, in UTF-8.",
        ) from error
    return _access_of(text, file.name)


def reader_of(claims: Mapping[str, Any], access: Access, now: float) -> Reader:
    """The reader that a person with these claims is at this second (Unix time).

    A named address wins over a claim, a claim over a domain. Raises TurnedAway.
    """
    if runs_out(claims) <= now:
        raise TurnedAway(EXPIRED)
    email = confirmed_email(claims)
    if email and email in access.emails:
        return access.emails[email]
    by_claim = set(_by_claim(claims, access))
    if len(by_claim) == 1:
        return by_claim.pop()
    domain = email.rpartition("@")[2]
    # Two claims that name two readers name none: nobody could say which of them was meant.
    if not by_claim and domain in access.domains:
        return access.domains[domain]
    raise TurnedAway(UNKNOWN if email else UNCONFIRMED)


def runs_out(claims: Mapping[str, Any]) -> float:
    """When this sign-in ends (Unix time); long ago where it doesn't say."""
    expires = claims.get("exp")
    if isinstance(expires, bool) or not isinstance(expires, int | float):
        return 0
    return expires if 0 < expires < LATEST else 0


def confirmed_email(claims: Mapping[str, Any]) -> str:
    """The e-mail address, in small letters; empty unless the provider says it is confirmed."""
    email = claims.get("email")
    # Some providers write the word instead of the value.
    is_confirmed = claims.get("email_verified") in (True, "true")
    if not is_confirmed or not isinstance(email, str) or not email.isascii():
        return ""
    return email.lower() if EMAIL.fullmatch(email.lower()) else ""


def _by_claim(claims: Mapping[str, Any], access: Access) -> Iterator[Reader]:
    for (name, wanted), reader in access.claims.items():
        held = claims.get(name)
        if held == wanted or (isinstance(held, list) and wanted in held):
            yield reader


@lru_cache(maxsize=4)
def _access_of(text: str, file: str) -> Access:
    """The parsed file, remembered by its text."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongAccess(f"{file}: {error}", "See docs/deployment.md for an example.") from error
    contact, sections = given.pop("contact", ""), dict(_sections(given, file))
    if not isinstance(contact, str):
        raise WrongAccess(f"{file}: contact is no text", 'Write contact = "…".')
    found: dict[str, dict[Any, Reader]] = {way: {} for way in WAYS}
    for place, (reader, section) in sections.items():
        for way, key in _keys(section, f"{file}: {place}"):
            if found[way].setdefault(key, reader) != reader:
                raise WrongAccess(
                    f"{file}: {place}: {way} names what another part names too",
                    "Name each address, domain and claim once: one person is one reader.",
                )
    return Access(**found, contact=contact)


def _sections(given: dict[str, Any], file: str) -> Iterator[tuple[str, tuple[Reader, Any]]]:
    agencies = given.get("agency", {})
    if not set(given) <= {"hr", "agency"} or not isinstance(agencies, dict):
        raise WrongAccess(
            f"{file}: only contact, [hr] and [agency.<id>] can stand there",
            "Compare with the example in docs/deployment.md.",
        )
    if "hr" in given:
        yield "[hr]", (HR, given["hr"])
    for number, (agency_id, section) in enumerate(agencies.items(), start=1):
        if not agency_id.strip():
            raise WrongAccess(f"{file}: agency {number} has no id", "Write [agency.<id>].")
        yield f"[agency.{agency_id}]", (Reader(agency_id), section)


def _keys(section: Any, place: str) -> Iterator[tuple[str, Any]]:
    """What a section lists, one by one, as (way, key)."""
    if not isinstance(section, dict) or not set(section) <= set(WAYS):
        raise WrongAccess(f"{place} holds something else", f"Use {', '.join(WAYS)}.")
    for number, email in enumerate(_texts(section, "emails", place), start=1):
        if not EMAIL.fullmatch(email):
            raise WrongAccess(f"{place}: emails: number {number} is no e-mail address", "Mend it.")
        yield "emails", email
    for number, domain in enumerate(_texts(section, "domains", place), start=1):
        if not DOMAIN.fullmatch(domain) or domain in FOR_EVERYONE:
            raise WrongAccess(
                f"{place}: domains: number {number} is no domain of one company",
                "Write it without @, like company.com; name people of public mail providers one "
                "by one under emails.",
            )
        yield "domains", domain
    claims = section.get("claims", {})
    if not isinstance(claims, dict):
        raise WrongAccess(f"{place}: claims is no table", 'Write claims = { groups = ["…"] }.')
    for name in claims:
        for value in _texts(claims, name, f"{place}: claims", keeps_case=True):
            yield "claims", (name, value)


def _texts(holder: dict[str, Any], key: str, place: str, *, keeps_case: bool = False) -> list[str]:
    held = holder.get(key, [])
    if not isinstance(held, list) or not all(isinstance(one, str) and one.strip() for one in held):
        raise WrongAccess(f"{place}: {key} is no list of texts", f'Write {key} = ["…", "…"].')
    return [one.strip() if keeps_case else one.strip().lower() for one in held]
