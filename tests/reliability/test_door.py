"""The door of a live server, tried with requests that no browser would send: each has the answer
that is expected of it."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from time import time
from typing import Any

import pytest
from screen_builds import made_once
from signing_in import ACCESS, signed_in_to, write_access
from socket_client import XSRF, Socket, ask, cookie, open_socket
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import InvalidHandshake

from partnership.labels import records as words_of_records
from partnership.labels import signing_in as words

OF_HR, OF_HARBOUR = "ana@company.example", "harry@harbour.example"
# Names that stand on every screen of HR's and may stand on none of anybody else's.
SECRET_NAME, OWN_NAME = b"Northgate", b"Harbour"
MARKED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
POLICY = ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
MB = 1024 * 1024
Figure = Callable[..., None]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with figures of two agencies."""
    folder = tmp_path_factory.mktemp("door")
    copytree(made_once("two agencies", tmp_path_factory.getbasetemp()), folder / "builds")
    return folder


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    """A dashboard that people sign in to; their provider is not asked here."""
    with signed_in_to(data, "http://127.0.0.1:9", "--server.maxUploadSize", "1") as address:
        yield address


def is_marked(headers: dict[str, str]) -> bool:
    """Whether an answer carries every header that it should."""
    policy = headers.get("content-security-policy", "")
    is_strict = "unsafe-eval" not in policy and "script-src 'self' 'sha256-" in policy
    return (
        is_strict and all(part in policy for part in POLICY) and MARKED.items() <= headers.items()
    )


def multipart(content: bytes) -> tuple[dict[str, str], bytes]:
    """A file as a form sends it."""
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n'
    return {"content-type": "multipart/form-data; boundary=x"}, body + content + b"\r\n--x--\r\n"


def of(user: str = "", **more: str) -> dict[str, str]:
    """The headers of somebody's browser."""
    cookies = f"_streamlit_xsrf={XSRF}" + (f"; _streamlit_user={user}" if user else "")
    return {"cookie": cookies, "x-xsrftoken": XSRF} | more


def test_every_request_has_the_answer_that_is_expected(address: str, figure: Figure) -> None:
    ana, harry = cookie(address, email=OF_HR), cookie(address, email=OF_HARBOUR)
    here = address.removeprefix("http://")
    late = cookie(address, email=OF_HR, exp=time() - 1)
    forged = ana[:-2] + ("AA" if ana[-2:] != "AA" else "BB")
    window = open_socket(address, user=ana)
    window.run("offers")
    upload = f"/_stcore/upload_file/{window.session}/"
    form, small = multipart(b"a,b\n1,2\n")
    _, large = multipart(b"x" * (2 * MB))
    file, unknown = window.link_to(window.offered()[-1]), f"/media/{'a' * 56}.csv"
    moved = cookie("http://b.example", email=OF_HR)
    asked: dict[str, tuple[int, dict[str, Any]]] = {
        # What a page needs.
        "/": (200, {}),
        "/data": (200, {}),
        "/_stcore/health": (200, {}),
        "/_stcore/host-config": (200, {}),
        "/?host=a-name-of-this-machine": (200, {"headers": {"host": "localhost:1"}}),
        # Another name, as after DNS rebinding.
        "/?host=another": (403, {"headers": {"host": "evil.example"}}),
        "/?host=a-longer-one": (403, {"headers": {"host": "127.0.0.1.evil.example"}}),
        "/?host=with-a-user": (403, {"headers": {"host": f"evil.example@{here}"}}),
        "/?host=with-a-path": (403, {"headers": {"host": f"{here}/evil"}}),
        "/?host=none": (403, {"headers": {"host": ""}}),
        # A page of another address.
        "/?origin=another": (403, {"headers": {"origin": "http://evil.example"}}),
        "/?origin=another-port": (403, {"headers": {"origin": "http://localhost:9999"}}),
        "/?origin=null": (403, {"headers": {"origin": "null"}}),
        "/_stcore/health?origin": (403, {"headers": {"origin": "https://evil.example"}}),
        # What is for nobody.
        "/_stcore/metrics": (404, {}),
        "/_stcore/metrics/": (404, {}),
        "/%5fstcore/metrics": (404, {}),
        "/_stcore/script-health-check": (404, {}),
        "/_stcore/agent/openapi.json": (404, {}),
        "/_stcore/agent/interact": (404, {"method": "POST", "body": b"{}"}),
        "/_stcore/bidi-components/a/b.js": (404, {}),
        "/component/a/index.html": (404, {}),
        "/static/..%2f..%2fconfig.py": (400, {}),
        "/..%2f..%2fetc/passwd": (400, {}),
        "/?method=post": (405, {"method": "POST", "body": b""}),
        # Downloads, by their link alone.
        f"{file}?of=nobody": (403, {}),
        f"{file}?of=forged": (403, {"headers": of(forged)}),
        f"{file}?of=late": (403, {"headers": of(late)}),
        f"{file}?of=another-address": (403, {"headers": of(moved)}),
        f"{file}?of=removed": (403, {"headers": of(cookie(address, email="x@y.example"))}),
        f"{file}?of=another-person": (403, {"headers": of(harry)}),
        f"{file}?of=her": (200, {"headers": of(ana)}),
        f"{unknown}?of=her": (403, {"headers": of(ana)}),
        # Files that come in.
        f"{upload}1": (403, {"method": "PUT", "headers": form, "body": small}),
        f"{upload}2": (403, {"method": "PUT", "headers": of(forged) | form, "body": small}),
        f"{upload}3": (403, {"method": "PUT", "headers": of(harry) | form, "body": small}),
        f"{upload}4": (
            403,
            {
                "method": "PUT",
                "headers": {"cookie": f"_streamlit_user={ana}"} | form,
                "body": small,
            },
        ),
        f"{upload}5": (204, {"method": "PUT", "headers": of(ana) | form, "body": small}),
        f"{upload}6": (413, {"method": "PUT", "headers": of(ana) | form, "body": large}),
        "/_stcore/upload_file/no-such-window/1": (
            403,
            {"method": "PUT", "headers": of(ana) | form, "body": small},
        ),
        f"{upload}5?delete": (403, {"method": "DELETE", "headers": of(harry)}),
    }
    wrong = {}
    for path, (expected, how) in asked.items():
        status, headers, _ = ask(address, path, **how)
        may_be_kept = path.startswith("/static/")
        is_kept = "no-store" not in headers.get("cache-control", "") and not may_be_kept
        if status != expected or not is_marked(headers) or is_kept:
            wrong[path] = status, headers
    assert wrong == {}
    assert len(asked) >= 25
    figure("door_requests", expected=len(asked), wrong=len(wrong))

    # Sixty at once, whoever asked for them: the one of above is the first.
    sent = [
        ask(address, f"{upload}n{n}", method="PUT", headers=of(ana) | form, body=small)[0]
        for n in range(60)
    ]
    assert sent == [204] * 59 + [413]
    window.close()


def test_the_page_and_its_files_may_be_kept_only_where_they_hold_nothing(address: str) -> None:
    _, headers, page = ask(address, "/")
    assert headers["cache-control"] == "no-store"
    script = re.search(rb'src="\./(static/js/[^"]+)"', page)
    assert script
    status, headers, _ = ask(address, f"/{script[1].decode()}")
    assert status == 200 and is_marked(headers) and "no-store" not in headers["cache-control"]


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://evil.example", None),
        ("null", None),
        ("http://localhost:1", None),
        ("http://evil.example", "evil.example"),
    ],
)
def test_a_page_of_another_address_gets_no_connection(
    address: str, origin: str, host: str | None
) -> None:
    with pytest.raises(InvalidHandshake):
        open_socket(address, user=cookie(address, email=OF_HR), origin=origin, host=host)


def test_a_window_shows_what_its_cookie_says_and_nothing_else(address: str) -> None:
    ana = cookie(address, email=OF_HR)
    of_hr = open_socket(address, user=ana)
    seen = of_hr.run()
    assert SECRET_NAME in seen and OWN_NAME in seen
    strangers = {
        "nobody": open_socket(address),
        "without a page": open_socket(address, user=ana, origin=""),
        "signed by another": open_socket(address, user=ana[:-3] + "xyz"),
        "of another address": open_socket(address, user=cookie("http://b.example", email=OF_HR)),
        "not confirmed": open_socket(
            address, user=cookie(address, email=OF_HR, email_verified=False)
        ),
        "late": open_socket(address, user=cookie(address, email=OF_HR, exp=time() - 1)),
        "with her window": open_socket(address, session=of_hr.session),
    }
    for who, window in strangers.items():
        came = window.run("likely_owner", query="?as=Harbour")
        assert SECRET_NAME not in came and OWN_NAME not in came, who
        assert window.session != of_hr.session, who
        window.close()
    of_hr.close()


def test_an_agency_gets_its_own_whatever_it_sends(address: str) -> None:
    ana = open_socket(address, user=cookie(address, email=OF_HR))
    seen = ana.run()
    # Every field of HR's page, replayed with the other agency in it.
    fields = set(re.findall(rb"\$\$ID-[0-9a-f]+-[\w ]+", seen))
    assert len(fields) >= 4
    forged: dict[str, Any] = {
        key.decode(): ["A2", "Northgate"] if b"agency" in key else "Northgate" for key in fields
    }
    harry = open_socket(address, user=cookie(address, email=OF_HARBOUR), session=ana.session)
    came = harry.run()
    assert OWN_NAME in came
    for page in ("", "my_partnership", "data", "likely_owner", "who_is_who", "overview", "present"):
        came += harry.run(page, query="?agency=A2&as=Northgate&partner=A2", widgets=forged)
    assert harry.session != ana.session
    assert SECRET_NAME not in came
    for window in (ana, harry):
        window.close()


def widget(seen: bytes, key: bytes) -> str:
    """The id of the first widget whose key is so."""
    return next(iter(re.findall(rb"\$\$ID-[0-9a-f]+-" + key, seen))).decode()


def test_who_is_signed_in_is_who_types_whatever_is_sent(address: str, data: Path) -> None:
    window = open_socket(address, user=cookie(address, email=OF_HR, name="Ana <of HR>"))
    query = "?record=Agency+names"
    seen = window.run("records", query=query)
    assert rb"Typed by **Ana \<of HR\>**" in seen
    assert words_of_records.YOUR_NAME_HELP.encode() not in seen  # the field that asks
    spelling, save = (
        widget(seen, rb"agency_names spelling [0-9]+"),
        widget(seen, rb"save agency_names"),
    )
    forged = {spelling: "Harbor Ltd", save.replace("save agency_names", "your name"): "Ben"}
    window.run("records", query=query, widgets=forged, pressed=save)
    window.close()
    said = (data / "records" / "agency_names.csv").read_text(encoding="utf-8")
    assert "Harbor Ltd" in said and "Ana <of HR>" in said and "Ben" not in said


def test_what_no_page_asks_for_is_not_done(address: str) -> None:
    window = open_socket(address, user=cookie(address, email=OF_HR))
    window.run()
    for kind in ("clear_cache", "load_git_info", "set_run_on_save", "debug_shutdown_runtime"):
        window.say(BackMsg(**{kind: True}))
    message = BackMsg()
    operation = message.backend_operation_request
    operation.request_id, operation.session_id = "1", window.session
    operation.install_skills.SetInParent()
    window.say(message)
    assert window.is_silent()
    window.close()


def removed(window: Socket, data: Path) -> None:
    """What a window gets after its person was removed, from a part of a page and from a link."""
    write_access(data, ACCESS.replace(OF_HR, "someone@company.example"))
    window.ask_for("any")
    assert window.is_silent()
    came = window.run(fragment="any part of it")
    assert words.TITLES["unknown"].encode() in came and SECRET_NAME not in came


def test_who_is_removed_is_out_with_the_next_message(address: str, data: Path) -> None:
    window = open_socket(address, user=cookie(address, email=OF_HR))
    assert SECRET_NAME in window.run()
    try:
        removed(window, data)
    finally:
        write_access(data, ACCESS)
        window.close()


def test_the_log_of_all_this_names_nobody(address: str, data: Path) -> None:
    window = open_socket(address, user=cookie(address, email=OF_HR))
    # Somebody to remove, and a text of a review: as it should be, then where the list is damaged.
    panel = widget(window.run("quarterly_review"), rb"edit [a-z_]+")
    seen = window.run("quarterly_review", widgets={panel: True})
    text, save = (
        widget(seen, rb"text [^\x00-\x1f]+ headline [0-9-]+"), widget(seen, rb"save [a-z_]+")
    )  # fmt: skip
    window.run("quarterly_review", widgets={panel: True, text: "Person Zora"}, pressed=save)
    records = data / "records"
    assert "Person Zora" in (records / "review_texts.csv").read_text(encoding="utf-8")
    search = {widget(window.run("data"), rb"remove search 0"): "Person A1"}
    assert b"Person A1" in window.run("data", widgets=search)
    for name in ("erasures", "review_texts"):
        (records / f"{name}.csv").write_bytes("Person A1".encode("utf-16"))
    assert b"Person A1" not in window.run("data", widgets=search)
    window.run("quarterly_review", widgets={panel: True, text: "Person Zora"}, pressed=save)
    window.close()
    log = next(data.glob("served_*.log")).read_text(encoding="utf-8")
    assert os.path.getsize(data / "access.toml")
    assert "Traceback" not in log and "@" not in log
    assert SECRET_NAME.decode() not in log and "Person" not in log
