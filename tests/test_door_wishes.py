"""Where signing in leads: to the page that somebody came from, and to no other place."""

import pytest
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection

from partnership.ui.door_wishes import BACK, COOKIE, LOGIN, own_page, remember

HOST = "dashboard.company.example"


def asked(**headers: str) -> HTTPConnection:
    sent = {"host": HOST} | headers
    raw = [(name.encode(), value.encode()) for name, value in sent.items()]
    return HTTPConnection({"type": "http", "headers": raw})


def led_to(referer: str) -> str:
    """The address after signing in, from that page."""
    there, back = MutableHeaders({"location": "https://login"}), MutableHeaders({"location": "/"})
    remember(asked(referer=referer), LOGIN, there)
    note = there["set-cookie"]
    assert there["location"] == "https://login"
    assert note.endswith("Path=/; HttpOnly; SameSite=Lax")
    if "Max-Age=0" in note:  # which a browser takes away at once
        assert f"{COOKIE}=;" in note
        return "/"
    remember(asked(cookie=note.partition(";")[0]), BACK, back)
    assert "Max-Age=0" in back["set-cookie"]
    return back["location"]


@pytest.mark.parametrize(
    ("referer", "location"),
    [
        (f"https://{HOST}/reply_times", "/reply_times"),
        (
            f"https://{HOST}/reply_times?agency=A%26B&agency=B&period=Last+4&of_hr=x",
            "/reply_times?agency=A%26B&agency=B&period=Last+4&of_hr=x",
        ),
        (f"https://{HOST}/?agency=A", "/?agency=A"),
        (f"https://{HOST}/offers?embed=true&embed_options=x&Next=1&a%3Bb=1", "/offers"),
        (f"https://{HOST}/", "/"),
        (f"https://{HOST}/shell", "/"),
        (f"https://{HOST}/no_such_page?x=1", "/"),
        (f"https://{HOST}/auth/logout", "/"),
        (f"https://{HOST}/offers?x={'y' * 2000}", "/"),
        ("https://evil.example/offers?agency=A", "/"),
        (f"https://{HOST}@evil.example/offers", "/"),
        ("https://[/offers", "/"),
        ("", "/"),
    ],
)
def test_it_leads_back_to_a_page_of_ours(referer: str, location: str) -> None:
    assert led_to(referer) == location


@pytest.mark.parametrize(
    "note",
    ["//evil.example", "https%3A%2F%2Fevil.example%2Foffers", "/evil.example/offers", "%5C%5Cevil",
     "offers%0D%0ASet-Cookie%3A a=b", "..%2F..%2Foffers", "offers%3Fx%3D%250d%250aSet-Cookie: a",
     "javascript%3Aalert(1)", "%00", "offers%23//evil.example"],
)  # fmt: skip
def test_whatever_note_a_browser_brings_it_leads_nowhere_else(note: str) -> None:
    headers = MutableHeaders({"location": "/"})
    remember(asked(cookie=f"{COOKIE}={note}"), BACK, headers)
    led = headers["location"]
    assert led == "/" or led.startswith("/offers?x=%0D%0ASet-Cookie")
    assert own_page(led.removeprefix("/")) == led.removeprefix("/")


def test_on_no_other_way_is_anything_noted_or_changed() -> None:
    headers = MutableHeaders({"location": "/elsewhere"})
    remember(asked(cookie=f"{COOKIE}=offers"), "/auth/logout", headers)
    remember(asked(referer=f"https://{HOST}/offers"), "/auth/logout", headers)
    failed = MutableHeaders()  # the provider does not answer
    remember(asked(referer=f"https://{HOST}/offers"), LOGIN, failed)
    assert dict(headers) == {"location": "/elsewhere"}
    assert not dict(failed)
