"""Ways in which one agency could ask for what is another's, each with all that comes back.

A channel yields attempts: the owner that it was aimed at, and everything that was received.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element
from streamlit.testing.v1.errors import AppTestError

from partnership import downloads, packs, queries
from partnership.__main__ import main
from partnership.errors import PartnershipError
from partnership.filters import Filters
from partnership.published import Build
from partnership.readers import Reader
from partnership.ui.source import Source

from . import canaries

SHELL = Path(__file__).parents[3] / "pages" / "shell.py"
SCREENS = sorted(file.stem for file in SHELL.parent.glob("*.py") if file.stem != "shell")


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


def remembered(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """The same question through the cache, HR and a rival having asked it just before."""
    for folder, name in asked_queries():
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
            received = asked(attacker.source, name, folder, filters=others)
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


def exports(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """The same rows as a workbook, unzipped, and as CSV."""
    for folder, name in asked_queries():
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


# --- screens --------------------------------------------------------------------------------

FILTERS = ("agency", "partner", "client", "department", "location", "role_family", "with", "as")


def addresses(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """Each screen by its address, with another agency's id and name in every parameter."""
    for screen, rival in product(SCREENS, rivals):
        for wanted in (canaries.agency_id(rival), name_of(attacker.build, rival)):
            app = open_screen(screen, dict.fromkeys(FILTERS, wanted))
            yield Attempt("address", f"{screen}?agency={wanted}", rival, everything(app))


def forged_state(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """Each screen with another agency in the session before the router ran."""
    for screen, rival in product(SCREENS, rivals):
        state = dict.fromkeys(FILTERS, name_of(attacker.build, rival))
        app = open_screen(screen, {}, state=state | {"shown": None, "reader": "hr"})
        yield Attempt("session", screen, rival, everything(app))


def replayed(attacker: Attacker, rivals: Sequence[str]) -> Iterator[Attempt]:
    """What HR's widgets held, set on this reader's widgets of the same kind."""
    for screen, rival in product(SCREENS, rivals):
        app = open_screen(screen, {})
        for widget in (*app.selectbox, *app.multiselect):
            value = name_of(attacker.build, rival)
            try:
                widget.set_value([value] if widget.type == "multiselect" else value)
            except (ValueError, TypeError, AppTestError):
                continue
        try:
            app.run()
        except ValueError:
            pass
        yield Attempt("widget", screen, rival, everything(app))


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
    for key, value in asked.items():
        app.query_params[key] = value
    for key, value in (state or {}).items():
        app.session_state[key] = value
    app.run()
    try:
        return app.switch_page(f"{screen}.py").run()
    except ValueError:  # this reader has no such screen
        return app


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
