"""Who may send files, how many and how large: all of them lie in memory until they are used."""

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import HTTPConnection
from streamlit import config, runtime
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from partnership.access import TurnedAway
from partnership.ui import admission
from partnership.ui.door_addresses import UPLOADS
from partnership.ui.door_cookies import claims_in, person

MB = 1024 * 1024
# Of one window, and of all together. The canonical export is some twenty files.
MOST_FILES, MOST_BYTES, MOST_BYTES_OF_ALL = 60, 400 * MB, 1024 * MB


class Uploads:
    """What is on its way beside what lies there."""

    def __init__(self) -> None:
        self._coming: dict[int, tuple[str, int]] = {}

    def refusal(self, asked: HTTPConnection, path: str) -> tuple[int, str] | None:
        """Why this file may not come in, as status and text."""
        if not path.startswith(UPLOADS):
            return None
        session = _session(path)
        if admission.is_open_to_others() or not _is_of_the_same_person(asked, session):
            return 403, "Not for you"
        if asked.scope["method"] != "PUT":
            return None
        sizes = {name: [len(file.data) for file in files] for name, files in _kept().items()}
        for name, size in self._coming.values():
            sizes.setdefault(name, []).append(size)
        new, own = _size(asked), sizes.get(session, [])
        if len(own) >= MOST_FILES or sum(own) + new > MOST_BYTES:
            return 413, "Too many files at once"
        if sum(map(sum, sizes.values())) + new > MOST_BYTES_OF_ALL:
            return 429, "Too many files at once; try again in some minutes"
        return None

    @contextmanager
    def counted(self, asked: HTTPConnection, path: str) -> Iterator[None]:
        """Count a file while it comes in, so that many at once are no way around the limit."""
        is_file = path.startswith(UPLOADS) and asked.scope["method"] == "PUT"
        if is_file:
            self._coming[id(asked)] = (_session(path), _size(asked))
        try:
            yield
        finally:
            self._coming.pop(id(asked), None)


def _kept() -> dict[str, list[UploadedFileRec]]:
    storage = runtime.get_instance().uploaded_file_mgr.file_storage  # type: ignore[attr-defined]
    return {session: list(files.values()) for session, files in list(storage.items())}


def _is_of_the_same_person(asked: HTTPConnection, session: str) -> bool:
    """Whether who sends is who opened the window, and still has access."""
    if not admission.is_sign_in_on():
        return True
    claims = claims_in(asked.cookies)
    try:
        admission.admit(claims)
    except TurnedAway:
        return False
    window = runtime.get_instance().get_client(session)
    # The address of a window is known to whoever saw a message of it; the cookie is not.
    context = window.client_context if window else None
    return context is not None and person(claims_in(context.cookies)) == person(claims)


def _session(path: str) -> str:
    return path.removeprefix(UPLOADS).partition("/")[0]


def _size(asked: HTTPConnection) -> int:
    said = asked.headers.get("content-length", "")
    largest = int(config.get_option("server.maxUploadSize")) * MB
    return int(said) if said.isdigit() else largest
