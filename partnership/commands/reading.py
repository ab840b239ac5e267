"""metric, check, builds, rollback: what is read from published builds."""

from collections.abc import Mapping
from contextlib import closing
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter

from partnership import checks, packs, published, publishing, queries
from partnership.commands import asking
from partnership.commands.narrowing import EVERYTHING_THERE_IS, Narrowing
from partnership.commands.printing import Format, plain_rows, print_error, print_rows
from partnership.commands.usage import DONE, REFUSED, WrongUse
from partnership.errors import DamagedBuild, NoAccess, UnknownMetric
from partnership.readers import HR_FILE, Reader
from partnership.settings import BUILDS

# How many agencies a refusal names.
MOST_NAMED = 12


def metric(
    name: str | None = None,
    /,
    *,
    narrowing: Narrowing = EVERYTHING_THERE_IS,
    by: str | None = None,
    clock: Literal["calendar", "active"] = "calendar",
    reader: str = "hr",
    builds: Path = BUILDS,
    form: Annotated[Format, Parameter("--format")] = "table",
    list_: Annotated[bool, Parameter("--list")] = False,
) -> int:
    """Answer with one metric, from the build being shown.

    Parameters
    ----------
    name
        The metric; `metric --list` names them all with their question and unit.
    by
        Group the answer by this column.
    clock
        Count every day, or leave out the days on hold (active).
    reader
        hr, or agency:ID for that agency's own file.
    builds
        The folder of the builds.
    form
        How to print it. JSON is one array of objects, with rates as fractions.
    list_
        List the metrics instead, those that the reader may ask for.
    """
    who = asking.named(reader)
    if list_:
        print_metrics(form, who)
        return DONE
    metric = _known(name, by)
    with closing(_opened(builds, who)) as connection:
        _refuse_unknown_agencies(connection, narrowing.agency or [])
        rows = queries.metric_rows(connection, metric, narrowing.filters, by=by, clock=clock)
    print_rows(plain_rows(rows), list(rows.columns), form)
    return DONE


def check(*, builds: Path = BUILDS) -> int:
    """Verify the build being shown: every file as published, every promise kept.

    Parameters
    ----------
    builds
        The folder of the builds.
    """
    build = published.current(builds)
    if build.warning:
        raise DamagedBuild(build.warning, "Build again from the exports, or `rollback`.")
    with closing(queries.opened(build.path / HR_FILE, queries.SECONDS_AT_A_SHELL)) as connection:
        results = checks.checked(connection, ("marts",))
    rows = [
        {"check": found.name, "promise": found.promise, "broken_by": found.rows}
        for found in results
    ]
    print(f"{build.name}: {len(build.manifest['files'])} files are as published.")
    print_rows(rows, ["check", "promise", "broken_by"], "table")
    broken = [found.name for found in results if found.rows]
    if broken:
        print_error(f"Broken: {', '.join(broken)}.", "Report it with the names of these checks.")
    return REFUSED if broken else DONE


def builds(
    *,
    builds: Path = BUILDS,
    form: Annotated[Format, Parameter("--format")] = "table",
) -> int:
    """List what was built when, from what.

    Parameters
    ----------
    builds
        The folder of the builds.
    form
        How to print it.
    """
    shown = published.pointed_at(builds)
    rows = [_described(build, build.name == shown) for build in published.all_builds(builds)]
    print_rows(rows, ["build", "shown", "as_of", "made", "mapping", "exports", "state"], form)
    return DONE


def rollback(name: str | None = None, /, *, builds: Path = BUILDS) -> int:
    """Show an earlier build again.

    Parameters
    ----------
    name
        Which one; without it, the newest one older than the one being shown.
    builds
        The folder of the builds.
    """
    build = publishing.rollback(builds, name)
    print(f"{build.name} is shown again.")
    return DONE


def print_metrics(form: Format, reader: Reader) -> None:
    """Every metric that the reader may ask for, with its question and unit."""
    every = [queries.query("metrics", name) for name in queries.query_names("metrics")]
    asked = [q for q in every if reader.may_read(q.header.get("readers", ""))]
    columns = ("question", "unit", "by")
    rows = [{"metric": q.name} | {key: q.header.get(key, "") for key in columns} for q in asked]
    print_rows(rows, ["metric", *columns], form)


def _known(name: str | None, by: str | None) -> str:
    """The metric's name. Raises WrongUse where there is none such, or it can't be grouped so."""
    if name is None:
        raise WrongUse("name a metric; `metric --list` names them all.")
    try:
        asked = queries.query("metrics", name)
    except UnknownMetric as error:
        raise WrongUse(f"{error.message}. {error.next_step}") from error
    if by is not None and by not in asked.by:
        groups = ", ".join(asked.by) or "nothing"
        raise WrongUse(f"{name} can't be grouped by {by!r}, only by: {groups}.")
    return name


def _opened(builds: Path, reader: Reader) -> queries.Connection:
    build = published.current(builds)
    if build.warning:
        print_error(build.warning)
    return queries.opened(_file_of(build, reader), queries.SECONDS_AT_A_SHELL)


def _file_of(build: published.Build, reader: Reader) -> Path:
    """The reader's file. Raises NoAccess, saying whose there are, where there is none."""
    try:
        return reader.file_in(build.path)
    except NoAccess:
        if own := packs.packed_for(build):
            raise NoAccess(
                f"these figures are those of the agency {own!r} alone",
                f"Ask for them with `--reader agency:{own}`.",
            ) from None
        if reader.agency_id is not None:
            with closing(queries.opened(build.path / HR_FILE)) as connection:
                _refuse_unknown_agencies(connection, [reader.agency_id])
        raise


def _refuse_unknown_agencies(connection: queries.Connection, chosen: list[str]) -> None:
    agencies = "select agency_id, name from marts.agency order by agency_id"
    known = dict(connection.cursor().execute(agencies).fetchall())
    for agency_id in chosen:
        if agency_id not in known:
            raise NoAccess(
                f"these figures know no agency {agency_id!r}", _known_ones(known, agency_id)
            )


def _known_ones(known: Mapping[str, str], asked: str) -> str:
    """The agencies there are: first those that are spelled alike, by their id or name."""
    close = set(get_close_matches(asked, [*known, *known.values()], n=3, cutoff=0.4))
    meant = [key for key, name in known.items() if {key, name} & close]
    others = [key for key in known if key not in meant][:MOST_NAMED]
    more = len(known) - len(meant) - len(others)
    said = {"Did you mean {}?": meant, "Known are {}." if not meant else "Others are {}.": others}
    named = [
        sentence.format(", ".join(f"{key} ({known[key]})" for key in keys))
        for sentence, keys in said.items()
        if keys
    ]
    return " ".join([*named, *([f"And {more} more."] if more else [])]) or "There are none."


def _described(build: published.Build, is_shown: bool) -> dict[str, Any]:
    described: dict[str, Any] = {"build": build.name, "shown": "shown" if is_shown else ""}
    try:
        published.verify(build)
    except DamagedBuild as error:
        nothing = dict.fromkeys(("as_of", "made", "mapping", "exports"))
        return described | nothing | {"state": error.message}
    facts = build.manifest
    exports = ", ".join(export["name"] for export in facts["exports"])
    return described | {
        "as_of": facts["as_of"],
        "made": facts["created_at"],
        "mapping": facts["mapping"],
        "exports": exports,
        "state": "intact",
    }
