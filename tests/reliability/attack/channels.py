"""Ways in which one agency could ask for what is another's, each with all that comes back.

A channel yields attempts: the owner that it was aimed at, and everything that was received.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pandas as pd
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element
from streamlit.testing.v1.errors import AppTestError

from partnership import downloads, packs, queries
from partnership.__main__ import main
from partnership.errors import PartnershipError
from partnership.filters import Filters
from partnership.labels import presenting, shell
from partnership.published import Build
from partnership.readers import Reader
from partnership.ui.source import Source

from . import canaries

SHELL = Path(__file__).parents[3] / "pages" / "shell.py"
SCREENS = sorted(file.stem for file in SHELL.parent.glob("*.py") if file.stem != "shell")
TITLES = {"overview": shell.OVERVIEW, "what_works": shell.WHAT_WORKS, "data": shell.DATA,
          "who_is_who": shell.WHO_IS_WHO, "likely_owner": shell.LIKELY_OWNER,
          "present": presenting.TITLE}  # fmt: skip
OF_HR_ALONE = frozenset(TITLES)


@dataclass(frozen=True)
class Attempt:
    """What was tried, at whom it was aimed, and all that came back."""

    channel: str
    said: str
    aimed_at: str
    received: str | bytes

    def leaks(self, reader: str) -> set[str]:
        """The owners other than the reader whose word or money came back."""
        found = (
            canaries.words_in(self.received)
            if isinstance(self.received, bytes)
            else canaries.found_in(self.received)
        )
        return found - {reader}


@dataclass(frozen=True)
class Attacker:
    """One agency, signed in, that knows the ids of all the others and of every row."""

    owner: str
    build: Build

    @property
    def reader(self) -> Reader:
        return Reader(canaries.agency_id(self.owner))

    @property
    def source(self) -> Source:
        return Source(self.build.name, self.reader.file_in(self.build.path), self.reader)


def asked_queries(readers: str = "agency") -> Iterator[tuple[str, str]]:
    """Every select that these readers may ask: folder and name."""
    for folder in ("metrics", "rows", "screens"):
        for name in queries.query_names(folder):
            if readers in queries.query(folder, name).header.get("readers", ""):
                yield folder, name


# --- figures --------------------------------------------------------------------------------


def filtered(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """Every select with the filter on another agency, on nobody and on all, by every group."""
    connection = queries.opened(attacker.reader.file_in(attacker.build.path))
    try:
        for folder, name in asked_queries():
            for by, rival in product((None, *queries.query(folder, name).by), rivals):
                others = Filters(agencies=(canaries.agency_id(rival),))
                rows = answer(connection, name, others, by=by, folder=folder)
                yield Attempt("filter", f"{folder}/{name} by {by}", rival, rows)
    finally:
        connection.close()


def answer(connection: queries.Connection, name: str, filters: Filters, **how: Any) -> str:
    """All rows, or the words of the refusal."""
    try:
        return as_text(queries.metric_rows(connection, name, filters, **how))
    except PartnershipError as error:
        return str(error)


def as_text(rows: pd.DataFrame) -> str:
    return rows.to_csv(index=False)


def remembered(attacker: Attacker, rivals: Sequence[str], every: int = 1) -> Iterator[Attempt]:
    """The same question through the cache, HR and a rival having asked it just before."""
    for folder, name in list(asked_queries())[::every]:
        for rival in rivals:
            hr = Source(attacker.build.name, Reader().file_in(attacker.build.path), Reader())
            its = Attacker(rival, attacker.build).source
            for source in (hr, its):
                asked(source, name, folder)
            yield Attempt("cache", f"{folder}/{name}", rival, asked(attacker.source, name, folder))


def asked(source: Source, name: str, folder: str, **how: Any) -> str:
    try:
        return as_text(source.rows(name, folder=folder, **how))
    except PartnershipError as error:
        return str(error)


def of_hr_alone(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """What no agency may ask, asked all the same, through the one way to the rows."""
    for folder, name in set(asked_queries("hr")) - set(asked_queries()):
        for rival in rivals:
            others = Filters(agencies=(canaries.agency_id(rival),))
            try:
                attacker.source.rows(name, others, folder=folder)
            except PartnershipError as error:
                received = str(error)
            else:
                received = f"answered to an agency {canaries.word(canaries.HR)}"
            yield Attempt("of HR alone", f"{folder}/{name}", rival, received)


def errors(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """Refusals: an unknown group, an unknown metric close to one, an agency that is not theirs."""
    connection = queries.opened(attacker.reader.file_in(attacker.build.path))
    try:
        for (folder, name), rival in product(asked_queries(), rivals):
            its = canaries.agency_id(rival)
            for wrong in ({"by": its}, {"by": "agency_id"}, {"by": "') or true --"}):
                said = answer(connection, name, Filters(), folder=folder, **wrong)
                yield Attempt("error", f"{name} {wrong}", rival, said.replace(its, ""))
            said = answer(connection, f"{name}{rival.lower()}", Filters(), folder=folder)
            yield Attempt("error", f"{name} misspelt", rival, said)
    finally:
        connection.close()


def command_line(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """`metric` as this reader, asking for another agency: what is printed, and the errors."""
    builds = str(attacker.build.path.parent)
    reader = f"agency:{attacker.reader.agency_id}"
    for (folder, name), rival in product(asked_queries(), rivals):
        if folder == "metrics":
            its = canaries.agency_id(rival)
            given = ["metric", name, "--reader", reader, "--builds", builds, "--format", "json"]
            received = run([*given, "--agency", its])
            # Its own words come back in "there is no agency …": that is no leak.
            yield Attempt("command line", name, rival, received.replace(its, ""))


def run(arguments: Sequence[str]) -> str:
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        main(arguments)
    return out.getvalue() + err.getvalue()


def benchmarks(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """Figures of the others together, narrowed to one of them by every filter there is."""
    for rival in rivals:
        its = canaries.agency_id(rival)
        for narrowed in (
            Filters(),
            Filters(agencies=(its,)),
            Filters(agencies=(its, attacker.reader.agency_id or "")),
            Filters(agencies=()),
            Filters(departments=("Sales",)),
            Filters(locations=("Lyon",)),
        ):
            received = asked(attacker.source, "peer_band", "metrics", filters=narrowed)
            yield Attempt("benchmark", f"peer_band {narrowed}", rival, received)


def exports(attacker: Attacker, rivals: Sequence[str], every: int = 1) -> Iterator[Attempt]:
    """The same rows as a workbook, unzipped, and as CSV."""
    for folder, name in list(asked_queries())[::every]:
        try:
            rows = attacker.source.rows(name, folder=folder).astype(str)
        except PartnershipError:
            continue
        book = unzipped(downloads.workbook({name: rows}, {"Figures": attacker.build.name}))
        table = downloads.csv_file(rows).decode()
        for rival in rivals:
            yield Attempt("workbook", name, rival, book)
            yield Attempt("csv", name, rival, table)


def unzipped(content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def packed(attacker: Attacker, rivals: Sequence[str], folder: Path) -> Iterator[Attempt]:
    """Every byte of the zip that it is sent."""
    file = folder / f"{attacker.owner}.zip"
    packs.pack(attacker.build, attacker.reader.agency_id or "", file)
    content = unzipped(file.read_bytes())
    for rival in rivals:
        yield Attempt("pack", file.name, rival, content)


EDITIONS = tuple(product(("hr", "agency"), ("pptx", "pdf", "xlsx")))


def decks(
    attacker: Attacker, rivals: Sequence[str], folder: Path, wanted: Sequence[tuple[str, str]]
) -> Iterator[Attempt]:
    """The quarterly review in both editions, as slides, PDF and workbook."""
    for edition, ending in wanted:
        file = folder / f"{attacker.owner}-{edition}.{ending}"
        said = run(["review", "--agency", attacker.reader.agency_id or "", "--edition", edition,
                    "--builds", str(attacker.build.path.parent), "--records", str(folder / "none"),
                    "--out", str(file)])  # fmt: skip
        content = file.read_bytes()
        received = "\n".join(page.extract_text() for page in PdfReader(file).pages).encode() if (
            ending == "pdf") else unzipped(content)  # fmt: skip
        for rival in rivals:
            yield Attempt("review", file.name, rival, received + content + said.encode())


# --- screens --------------------------------------------------------------------------------

# Each of these is aimed at another rival at once, and all that is drawn is searched for all.
PARAMETERS = ("agency", "partner", "client", "department", "with", "as", "reader", "whom")


def addresses(
    attacker: Attacker, rivals: Sequence[str], screens: Sequence[str]
) -> Iterator[Attempt]:
    """Each screen by its address, with other agencies' names and ids in its parameters."""
    for number, screen in enumerate(screens):
        aims = aimed(rivals, number)
        names = {key: name_of(attacker.build, rival) for key, rival in aims.items()}
        ids = {key: canaries.agency_id(rival) for key, rival in aims.items()}
        wanted = names if number % 2 else ids
        app = open_screen(screen, wanted)
        yield from drawn("address", screen, aims, app, wanted)


def forged_state(
    attacker: Attacker, rivals: Sequence[str], screens: Sequence[str]
) -> Iterator[Attempt]:
    """Each screen with other agencies in the session before the router ran."""
    for number, screen in enumerate(screens):
        aims = aimed(rivals, number)
        state = {key: name_of(attacker.build, rival) for key, rival in aims.items()}
        app = open_screen(screen, {}, state=state | {"shown": None})
        yield from drawn("session", screen, aims, app, state)


def replayed(
    attacker: Attacker, rivals: Sequence[str], screens: Sequence[str]
) -> Iterator[Attempt]:
    """Each widget of a screen set to another agency, as a browser could say it was."""
    for number, screen in enumerate(screens):
        app = open_screen(screen, {})
        aims: dict[str, str] = {}
        for at, widget in enumerate((*app.selectbox, *app.multiselect)):
            rival = rivals[(number + at) % len(rivals)]
            value = name_of(attacker.build, rival)
            try:
                widget.set_value([value] if widget.type == "multiselect" else value)
            except (ValueError, TypeError, AppTestError):
                continue
            aims[str(widget.key)] = rival
        with suppress(ValueError):
            app.run()
        yield from drawn("widget", screen, aims, app, {})


def aimed(rivals: Sequence[str], number: int) -> dict[str, str]:
    """Parameter → the rival it asks for, another one on each screen."""
    return {key: rivals[(number + at) % len(rivals)] for at, key in enumerate(PARAMETERS)}


def drawn(
    channel: str, screen: str, aims: Mapping[str, str], app: AppTest, echo: Mapping[str, str]
) -> Iterator[Attempt]:
    """What was drawn, less the very words put in; a screen of HR's is a leak by itself."""
    received = everything(app)
    for said in echo.values():
        for spelled in (said, quote(said), quote_plus(said)):
            received = received.replace(spelled.encode(), b"")
    if screen in OF_HR_ALONE and any(title.value == TITLES[screen] for title in app.title):
        received += canaries.word(canaries.HR).encode()
    for key, rival in aims.items():
        yield Attempt(channel, f"{screen}: {key}", rival, received)


def name_of(build: Build, owner: str) -> str:
    """How another agency is called, its word left out: the attacker knows names."""
    connection = queries.opened(Reader().file_in(build.path))
    try:
        found = connection.execute(
            "select name from marts.agency where agency_id = ?", [canaries.agency_id(owner)]
        ).fetchone()
    finally:
        connection.close()
    return str(found[0]) if found else ""


def open_screen(
    screen: str, asked: Mapping[str, str], state: Mapping[str, Any] | None = None
) -> AppTest:
    """A screen in a session of its own, whoever the environment says reads."""
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.query_params.update(asked)
    for key, value in (state or {}).items():
        app.session_state[key] = value
    return app.switch_page(f"{screen}.py").run()


def everything(app: AppTest) -> bytes:
    """All that would be sent to the browser: texts, tables, charts with their hover data."""
    return b"\n".join(sent(app._tree))


def sent(node: Block | Element) -> Iterator[bytes]:
    proto = getattr(node, "proto", None)
    if proto is not None:
        yield proto.SerializeToString()
    if isinstance(node, Block):
        for child in node.children.values():
            yield from sent(child)
