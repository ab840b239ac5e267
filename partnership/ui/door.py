"""The door: what stands between the network and Streamlit, for every request and every message."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse

from partnership.access import TurnedAway
from partnership.ui import admission, door_wishes, quiet_log
from partnership.ui.door_addresses import is_closed, is_foreign, is_host_allowed, path_of
from partnership.ui.door_cookies import claims_in, person
from partnership.ui.door_downloads import Downloads
from partnership.ui.door_headers import headers_for
from partnership.ui.door_messages import let_through
from partnership.ui.door_uploads import Uploads

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

BAD_HOST = (
    "a request was refused because its address is none of server.allowedHosts "
    "(docs/deployment.md); further ones are refused without a word"
)
VIOLATION = 1008


class Door:
    """An ASGI application around another: it refuses, watches and marks what passes."""

    def __init__(self, app: App) -> None:
        self.app, self.downloads, self.uploads = app, Downloads(), Uploads()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request, one WebSocket, or the start and end of the server."""
        if scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._connect(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        asked, started = HTTPConnection(scope), False
        path = path_of(asked)

        async def marked(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                headers.update(headers_for(path))
                door_wishes.remember(asked, path, headers)
            await send(message)

        async def refuse(status: int, why: str) -> None:
            await PlainTextResponse(why, status)(scope, receive, marked)

        refusal = self._refusal(asked, path)
        if refusal:
            await refuse(*refusal)
            return
        try:
            with self.uploads.counted(asked, path):
                await self.app(scope, receive, marked)
        except Exception as error:
            reference = quiet_log.noted(error, "a request failed")
            if not started:
                await refuse(500, f"This could not be done, reference {reference}")

    def _refusal(self, asked: HTTPConnection, path: str) -> tuple[int, str] | None:
        """Why a request goes no further, as status and text."""
        if not is_host_allowed(asked.headers.get("host"), admission.allowed_hosts()):
            admission.say_once(BAD_HOST)
            return 403, "This address is not served here"
        if is_foreign(asked):
            return 403, "Asked from another site"
        if is_closed(path):
            return 404, "Not found"
        if path.startswith("/media/") and not self._may_download(asked, path):
            return 403, "Not for you"
        return self.uploads.refusal(asked, path)

    def _may_download(self, asked: HTTPConnection, path: str) -> bool:
        """Whether the file was offered to this very person, who still has access."""
        claims = claims_in(asked.cookies)
        try:
            admission.admit(claims)
        except TurnedAway:
            return False
        return not admission.is_sign_in_on() or self.downloads.are_of(person(claims), path)

    async def _connect(self, scope: Message, receive: Receive, send: Send) -> None:
        asked = HTTPConnection(scope)
        is_known = is_host_allowed(asked.headers.get("host"), admission.allowed_hosts())
        if not is_known or is_foreign(asked) or is_closed(path_of(asked)):
            await receive()
            await send({"type": "websocket.close", "code": VIOLATION})
            return
        claims = claims_in(asked.cookies)

        async def guarded() -> Message:
            while True:
                message = await receive()
                if not message.get("bytes"):
                    return message
                passed = let_through(message["bytes"], claims)
                if passed is not None:
                    return {**message, "bytes": passed}

        async def watched(message: Message) -> None:
            if message.get("bytes"):
                self.downloads.note(person(claims), message["bytes"])
            await send(message)

        await self.app(scope, guarded, watched)


MIDDLEWARE = (Middleware(Door),)
