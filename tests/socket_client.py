"""A browser's side of Streamlit's WebSocket, without a browser: what is sent is as forged as one
likes, what comes back is every byte."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from socket import create_connection
from time import time
from typing import Any
from urllib.parse import urlsplit

from signing_in import SECRET
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    generate_xsrf_token_string,
)
from websockets.sync.client import ClientConnection, connect

XSRF = generate_xsrf_token_string()
NOTHING: Mapping[str, str] = {}
LARGEST = 300_000_000


def cookie(origin: str, **claims: Any) -> str:
    """The cookie of a signed-in person, as Streamlit would have signed it."""
    held = {"iss": "provider", "exp": time() + 600, "email_verified": True, "nonce": "1"} | claims
    held.setdefault("sub", held.get("email"))
    payload = json.dumps(held | {"origin": origin, "is_logged_in": True, "provider": "default"})
    return create_signed_value(SECRET, "_streamlit_user", payload).decode()


def ask(
    address: str, path: str, *, method: str = "GET", headers: Mapping[str, str] = NOTHING,
    body: bytes | None = None,
) -> tuple[int, dict[str, str], bytes]:  # fmt: skip
    """One request, its headers as given and no other; gives status, headers and body."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    if body is not None and "transfer-encoding" not in headers:
        connection.putheader("content-length", str(len(body)))
    connection.endheaders(body, encode_chunked="transfer-encoding" in headers)
    answer = connection.getresponse()
    read = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    connection.close()
    return read


@dataclass
class Socket:
    """One window of a dashboard; `sent` is everything that the server sent to it."""

    connection: ClientConnection
    session: str = ""
    sent: list[bytes] = field(default_factory=list)

    def say(self, message: BackMsg) -> None:
        """Send a message, whatever it holds."""
        self.connection.send(message.SerializeToString())

    def run(self, page: str = "", *, query: str = "", widgets: Mapping[str, Any] = NOTHING,
            fragment: str = "", pressed: str = "") -> bytes:  # fmt: skip
        """Run a page with these values of widgets, and one button pressed, by their ids; gives all
        that came back."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_name, state.fragment_id = (
            query.removeprefix("?"),
            page,
            fragment,
        )
        if pressed:
            state.widget_states.widgets.add(id=pressed).trigger_value = True
        for key, value in widgets.items():
            widget = state.widget_states.widgets.add(id=key)
            kind = {bool: "bool_value", int: "int_value", str: "string_value"}.get(type(value))
            if kind:
                setattr(widget, kind, value)
            else:
                widget.string_array_value.data.extend(value)
        self.say(message)
        return self.until_finished()

    def until_finished(self, seconds: float = 60) -> bytes:
        """What comes until the run is over, with what tells so."""
        came, is_finished = [], False
        while True:
            data = self.connection.recv(timeout=seconds)
            assert isinstance(data, bytes)
            came.append(data)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id
            is_finished = is_finished or kind == "script_finished"
            is_told = kind == "session_status_changed"
            if is_finished and is_told and not message.session_status_changed.script_is_running:
                self.sent += came
                return b"".join(came)

    def offered(self) -> list[str]:
        """The ids of the downloads that stand on the page."""
        messages = [ForwardMsg.FromString(data) for data in self.sent]
        ids = [m.delta.new_element.download_button.deferred_file_id for m in messages]
        return [one for one in ids if one]

    def ask_for(self, download: str) -> None:
        """Press a download, by its id."""
        message = BackMsg()
        asked = message.backend_operation_request
        asked.request_id, asked.session_id = "1", self.session
        asked.deferred_file.file_id = download
        self.say(message)

    def link_to(self, download: str) -> str:
        """The path of the file that a download gives."""
        self.ask_for(download)
        while True:
            data = self.connection.recv(timeout=60)
            answer = ForwardMsg.FromString(bytes(data)).backend_operation_response
            if answer.request_id:
                return answer.deferred_file.url

    def is_silent(self, seconds: float = 1.5) -> bool:
        """Whether nothing comes back."""
        try:
            self.sent.append(bytes(self.connection.recv(timeout=seconds)))
        except TimeoutError:
            return True
        return False

    def close(self) -> None:
        """Leave."""
        self.connection.close()


def open_socket(address: str, *, user: str = "", session: str = "", origin: str | None = None,
                host: str | None = None) -> Socket:  # fmt: skip
    """A window on the dashboard at `address`, of whom the cookie `user` names."""
    parts = urlsplit(address)
    cookies = f"_streamlit_xsrf={XSRF}" + (f"; _streamlit_user={user}" if user else "")
    netloc = host or parts.netloc
    connection = connect(
        f"ws://{netloc}/_stcore/stream",
        sock=create_connection((parts.hostname, parts.port)),
        origin=address if origin is None else origin or None,
        additional_headers={"Cookie": cookies},
        subprotocols=["streamlit", XSRF, *([session] if session else [])],
        max_size=LARGEST,
        compression=None,
    )
    return Socket(connection)
