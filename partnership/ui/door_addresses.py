"""Which addresses are answered: the names of this server, its own pages, its open paths."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from streamlit import config

# Of Streamlit's own paths those that a page needs; the rest (counts of everything, an interface
# for programs, other people's components) is for nobody.
OPEN = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
UPLOADS = "/_stcore/upload_file/"
INNER = ("/_stcore", "/component")


def path_of(asked: HTTPConnection) -> str:
    """The path below the one that the whole dashboard may be served under."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    path: str = asked.scope["path"]
    return path.removeprefix(f"/{base}") or "/" if base else path


def is_closed(path: str) -> bool:
    """Whether nobody needs that path."""
    if path in OPEN or path.startswith(UPLOADS):
        return False
    return any(path == inner or path.startswith(f"{inner}/") for inner in INNER)


def is_foreign(asked: HTTPConnection) -> bool:
    """Whether a page of another address asks. Streamlit itself would let any page of this machine
    ask, and for the rest look up this machine's address on the internet."""
    origin, host = asked.headers.get("origin"), asked.headers.get("host") or ""
    if origin is None:
        return False
    return urlsplit(origin).netloc.lower() != host.lower()


def is_host_allowed(host: str | None, allowed: Iterable[str]) -> bool:
    """Whether a request that calls this server so is answered."""
    name = _name_in(host or "")
    return bool(name) and any(_fits(name, one.strip().lower().strip("[].")) for one in allowed)


def _name_in(host: str) -> str:
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # raises where it is no port
    except ValueError:
        return ""
    is_plain = parts.netloc == host and "@" not in host
    return (parts.hostname or "").rstrip(".") if is_plain else ""


def _fits(name: str, allowed: str) -> bool:
    return allowed in ("*", name) or (allowed.startswith("*.") and name.endswith(allowed[1:]))
