"""What every answer of the server says about itself to the browser."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from re import DOTALL, findall

import streamlit

from partnership.ui.paper import SCRIPT

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
# Files whose names change with their content; everything else can hold figures or lead to them.
IMMUTABLE = "/static/"


@cache
def content_policy() -> str:
    """What a page of ours may load and run: what this server sends, and nothing in its pages but
    two known scripts."""
    return "; ".join(f"{what} {whom}".strip() for what, whom in _policy().items())


def headers_for(path: str) -> dict[str, str]:
    """The headers that go with an answer to `path`."""
    headers = {
        "content-security-policy": content_policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    if not path.startswith(IMMUTABLE):
        headers["cache-control"] = "no-store"
    return headers


def _policy() -> dict[str, str]:
    hashes = " ".join(_hash(script) for script in _scripts())
    return {
        "default-src": "'none'",
        "script-src": f"'self' {hashes}",
        # Streamlit and Plotly write their styles into the page as they draw.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


def _scripts() -> list[str]:
    """The scripts that stand in a page: Streamlit's own one, and the call of the print dialog."""
    own = findall(r"<script>(.*?)</script>", INDEX.read_text(encoding="utf-8"), DOTALL)
    return [*own, SCRIPT.read_text(encoding="utf-8")]


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
