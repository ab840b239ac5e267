"""Where somebody was when they pressed *Sign in*: kept in their browser until they are back."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from streamlit import config

LOGIN, BACK = "/auth/login", "/oauth2callback"
COOKIE, SECONDS, LONGEST = "partnership_wish", 600, 2_000
PAGES = Path(__file__).parents[2] / "pages"
ROUTER = "shell"
# Streamlit's own, such as `embed_options`, are not choices on a screen.
CHOICE, NOT_OURS = re.compile(r"[a-z][a-z_ ]{0,39}"), "embed"


def remember(asked: HTTPConnection, path: str, headers: MutableHeaders) -> None:
    """On the way to the provider, note the page; on the way back, lead there instead of home.

    Nothing in the note is believed: what it leads to is put together anew, from one of our own
    pages and choices on it.
    """
    if path == LOGIN and "location" in headers:
        headers.append("set-cookie", _note(_came_from(asked)))
    elif path == BACK and "location" in headers and COOKIE in asked.cookies:
        base = (config.get_option("server.baseUrlPath") or "").strip("/")
        home = f"/{base}/" if base else "/"
        headers["location"] = home + own_page(unquote(asked.cookies[COOKIE]))
        headers.append("set-cookie", _note(""))


def own_page(wish: str) -> str:
    """`reply_times?agency=Harbour`, where that is a page of ours with choices on it; else nothing,
    which is home."""
    name, _, choices = wish.partition("?")
    pages = {page.stem for page in PAGES.glob("*.py")} - {ROUTER}
    if len(wish) > LONGEST or (name and name not in pages):
        return ""
    try:
        held = parse_qsl(choices, max_num_fields=50, errors="strict")
    except ValueError:
        return name
    ours = [(k, v) for k, v in held if CHOICE.fullmatch(k) and not k.startswith(NOT_OURS)]
    return f"{name}?{urlencode(ours)}" if ours else name


def _came_from(asked: HTTPConnection) -> str:
    """The page that led to the provider, if it was one of ours; another site can send people
    there too."""
    try:
        page = urlsplit(asked.headers.get("referer", ""))
    except ValueError:
        return ""
    if page.netloc.lower() != asked.headers.get("host", "").lower():
        return ""
    return own_page(f"{page.path.rpartition('/')[2]}?{page.query}")


def _note(wish: str) -> str:
    kept = f"{COOKIE}={quote(wish, safe='')}; Max-Age={SECONDS if wish else 0}"
    return f"{kept}; Path=/; HttpOnly; SameSite=Lax"
