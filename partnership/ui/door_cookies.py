"""The claims of whoever asks, from the cookie that Streamlit signed."""

import json
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME


def claims_in(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the cookie says of the person; nothing where it is missing, forged or of another
    address."""

    def part(name: str) -> bytes | None:
        value = cookies.get(name)
        return value and decode_signed_value(get_cookie_secret(), name, value)  # type: ignore[return-value]

    try:
        held = json.loads(get_cookie_with_chunks(part, USER_COOKIE_NAME) or b"{}")
    except (ValueError, UnicodeError):
        return {}
    if not isinstance(held, dict) or held.pop("origin", None) != get_origin_from_redirect_uri():
        return {}
    return held


def person(claims: dict[str, Any]) -> tuple[str, str]:
    """Who that is at the provider, whichever window it is in."""
    return str(claims.get("iss")), str(claims.get("sub"))
