"""A dashboard that people sign in to, and a provider on this machine that signs them in."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Browser, Page
from proxied import NAME, free_port, nginx
from serving import served, wait_until_drawn

SECRET = "a secret of the tests, long enough to sign with"
ACCESS = """
contact = "Ana in HR"

[hr]
emails = ["ana@company.example"]

[agency.A1]
domains = ["harbour.example"]
"""
PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "ana": {"email": "ana@company.example", "email_verified": True, "name": "Ana"},
    "harry": {"email": "harry@harbour.example", "email_verified": True, "name": "Harry"},
    "nobody": {"email": "nobody@elsewhere.example", "email_verified": True},
    "unsure": {"email": "ana@company.example", "email_verified": False},
}
TITLE = "[data-testid=stMain] h1"


@contextmanager
def provider() -> Iterator[str]:
    """An OpenID Connect provider that knows these people."""
    with run_server_in_thread(require_nonce=True) as server:
        address = f"http://localhost:{server.server_port}"
        for who, claims in PEOPLE.items():
            introduce(address, who, claims)
        yield address


def introduce(provider: str, who: str, claims: Mapping[str, Any]) -> None:
    """Have the provider say this of a person from now on."""
    headers = {"Content-Type": "application/json"}
    body = json.dumps(claims).encode()
    urlopen(Request(f"{provider}/users/{who}", body, headers, method="PUT")).close()


@contextmanager
def signed_in_to(
    data: Path, provider: str, *options: str, outside: str = "http://127.0.0.1:{port}"
) -> Iterator[str]:
    """The address of a dashboard on this data folder that asks this provider who somebody is, and
    that people call by the address `outside`."""
    write_access(data, ACCESS)
    secrets = data / "secrets.toml"
    secrets.write_text(
        f'[auth]\nredirect_uri = "{outside}/oauth2callback"\n'
        f'cookie_secret = "{SECRET}"\nclient_id = "dashboard"\nclient_secret = "of the client"\n'
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    with served(data, "--secrets.files", str(secrets), *options) as address:
        yield address


@contextmanager
def behind_a_proxy(data: Path, provider: str) -> Iterator[str]:
    """The same by the address of the proxy of the deployment page, as people would call it."""
    plain, secure = free_port(), free_port()
    outside = f"https://{NAME}:{secure}"
    with (
        signed_in_to(data, provider, outside=outside) as inside,
        nginx(data / "nginx", inside, plain, secure),
    ):
        yield outside


def write_access(data: Path, text: str) -> None:
    """The access file, as its owner would write it."""
    file = data / "access.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)


def window(browser: Browser, address: str) -> Page:
    """A window of somebody's own browser."""
    # The certificate of the tests is signed by nobody.
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, base_url=address, ignore_https_errors=True
    )
    return context.new_page()


def is_home(url: str) -> bool:
    """Whether that is the first page of a dashboard; the provider has none at this path."""
    return urlsplit(url).path == "/"


def title_of(page: Page, *, is_not: str = "") -> str:
    """The heading of the page, once it is drawn and is another one."""
    page.wait_for_function(
        "([where, old]) => ![old, undefined].includes(document.querySelector(where)?.innerText)",
        arg=[TITLE, is_not],
        timeout=60_000,
    )
    wait_until_drawn(page)
    return page.locator(TITLE).inner_text()


def sign_in(page: Page, who: str, *, at: str = "/") -> str:
    """Sign in as this person from the page at that address; gives the heading afterwards, on the
    page that they are led back to."""
    page.goto(at)
    title_of(page)
    page.get_by_role("button", name="Sign in").click()
    page.locator("input[name=sub]").fill(who)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(lambda url: urlsplit(url).path == urlsplit(at).path)
    return title_of(page)
