"""Who is let in: by the claims of a signed-in person, or because this is their own machine."""

import logging
import os
import time
from collections.abc import Mapping
from hashlib import sha256
from ipaddress import ip_address
from typing import Any

from streamlit import config
from streamlit.auth_util import get_secrets_auth_section
from streamlit.web.server.server_util import get_cookie_secret

from partnership import packs, published, settings, signed_out
from partnership.access import (
    CLOSED,
    NOT_SIGNED_IN,
    OPEN_ADDRESS,
    Access,
    TurnedAway,
    WrongAccess,
    access_from,
    reader_of,
    runs_out,
)
from partnership.errors import PartnershipError
from partnership.labels import signing_in as words
from partnership.readers import HR, Reader, reader_named

log = logging.getLogger(__name__)

# Of the machine itself; any other name could be that of a page which somebody else serves.
NAMES_OF_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
# Where Streamlit opens the port itself, at the address that was configured.
OWN_SERVERS = (None, "starlette-app", "starlette-app-direct")
# `agency:ID` opens the dashboard as that agency sees it; for one person on one computer.
READER = "PARTNERSHIP_READER"
# What signs the cookies: who guesses it is whoever they like.
SHORTEST_SECRET = 32
_said: set[str] = set()
# What the disk did not take counts as long as this process runs.
_ended: set[str] = set()


def is_sign_in_on() -> bool:
    """Whether people sign in: .streamlit/secrets.toml has a part [auth]."""
    return bool(get_secrets_auth_section())


def admit(claims: Mapping[str, Any]) -> Reader:
    """The reader these claims stand for, or where nobody signs in, whoever is at this machine.

    Asked anew for every run, download and upload. Raises TurnedAway.
    """
    if not is_sign_in_on():
        return _admit_without_sign_in()
    if config.get_option("server.trustedUserHeaders"):
        say_once(words.LOG_HEADERS)
        raise TurnedAway(CLOSED)
    if len(get_cookie_secret()) < SHORTEST_SECRET:
        say_once(words.LOG_SECRET)
        raise TurnedAway(CLOSED)
    if not claims.get("is_logged_in") or _was_ended(claims):
        raise TurnedAway(NOT_SIGNED_IN)
    return reader_of(claims, _access(), time.time())


def contact() -> str:
    """Whom to ask for access, where the access file says so."""
    try:
        return access_from(settings.ACCESS_FILE).contact
    except WrongAccess:
        return ""


def sign_out(claims: Mapping[str, Any]) -> None:
    """End this sign-in in every window it is open in, and in every copy of its cookie."""
    try:
        signed_out.add(settings.SIGNED_OUT, _token(claims), runs_out(claims), time.time())
    except OSError as error:
        _ended.add(_token(claims))
        say_once(words.LOG_SIGNED_OUT.format(problem=type(error).__name__))


def is_open_to_others() -> bool:
    """Whether other machines may reach this server while nobody signs in: then it shows the sample
    alone, and nobody may change anything."""
    return not is_sign_in_on() and not _is_for_this_machine()


def allowed_hosts() -> tuple[str, ...]:
    """The names this server answers to: those configured, else those of this machine."""
    return tuple(config.get_option("server.allowedHosts")) or NAMES_OF_THIS_MACHINE


def is_loopback(address: str | None) -> bool:
    """Whether only this machine reaches that address; an empty one is every address there is."""
    if not address:
        return False
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address.lower() == "localhost"


def _admit_without_sign_in() -> Reader:
    if os.environ.get("PARTNERSHIP_ACCESS") or settings.ACCESS_FILE.exists():
        # Signing in was meant and is not set up: a lost file of secrets must not open the door.
        say_once(words.LOG_NO_SIGN_IN)
        raise TurnedAway(CLOSED)
    if not _is_for_this_machine() and not _holds_the_sample_alone():
        say_once(words.LOG_OPEN_ADDRESS)
        raise TurnedAway(OPEN_ADDRESS)
    named = os.environ.get(READER, "")
    return reader_named(named) if named else _whose_figures()


def _whose_figures() -> Reader:
    """The agency that the figures shown were packed for, where they were; else HR's."""
    try:
        return Reader(packs.packed_for(published.current(settings.BUILDS)))
    except PartnershipError:
        return HR


def _is_for_this_machine() -> bool:
    # What was configured counts, and no header: a proxy, or anyone, can write those.
    return (
        is_loopback(config.get_option("server.address"))
        and all(is_loopback(name) for name in allowed_hosts())
        and config._server_mode in OWN_SERVERS
    )


def _holds_the_sample_alone() -> bool:
    """Whether every build here is the sample's; an earlier one could be shown in its place."""
    builds = published.all_builds(settings.BUILDS)
    try:
        return all(build.manifest["is_synthetic"] for build in builds)
    except (PartnershipError, KeyError):
        return False


def _access() -> Access:
    try:
        return access_from(settings.ACCESS_FILE)
    except WrongAccess as wrong:
        say_once(words.LOG_ACCESS.format(problem=wrong))
        raise TurnedAway(CLOSED) from wrong


def _was_ended(claims: Mapping[str, Any]) -> bool:
    token = _token(claims)
    try:
        return token in _ended or signed_out.holds(settings.SIGNED_OUT, token)
    except OSError as error:
        say_once(words.LOG_SIGNED_OUT.format(problem=type(error).__name__))
        raise TurnedAway(CLOSED) from error


def _token(claims: Mapping[str, Any]) -> str:
    """Which sign-in this is: each has a number of its own among its claims."""
    held = sorted((name, repr(value)) for name, value in claims.items() if name != "tokens")
    return sha256(repr(held).encode()).hexdigest()


def say_once(problem: str) -> None:
    """Into the log, once for each thing to mend: it is found at every click."""
    if problem not in _said:
        _said.add(problem)
        log.error(problem)
