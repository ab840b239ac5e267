"""The layout's rules, kept by tests: who may use whom, and what each kind of file may hold."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from small_export import write_export

ROOT = Path(__file__).parent.parent
PACKAGE, PAGES = ROOT / "partnership", ROOT / "pages"
SCREENS = (ROOT / "dashboard.py", *PAGES.glob("*.py"), *(PACKAGE / "ui").rglob("*.py"))
CODE = tuple(sorted({ROOT / "dashboard.py", *PAGES.glob("*.py"), *PACKAGE.rglob("*.py")}))
SQL = re.compile(r"\b(select|with|insert|create|from)\b[^.]*\b(from|as|into|table|marts\.)\b", re.I)

# Who opens a database, and why. Every query of a running dashboard goes through the first.
OPENS_DUCKDB = {
    "queries.py": "reads published files, read-only and locked down",
    "making.py": "makes them, in memory and then in a draft that nobody sees",
    "sample/writing.py": "writes the sample's files, of invented people",
    "statements.py": "parses SQL in memory, where nothing is ever run",
    "comparing/reading.py": "reads an agency's own list in memory, of which nothing is kept",
    "entries/checking.py": "types one entry in a database in memory, which holds nothing else",
}
# Who may name duckdb at all: those above, and what takes part in a build and gets its connection.
NAMES_DUCKDB = {
    *OPENS_DUCKDB,
    "builds.py",  # turns its errors into words
    "checks.py",
    "database_files.py",
    "erasing.py",
    "fingerprint.py",  # its version
    "marts.py",
    "quarantine.py",
    "receipt.py",
    "entries/into_build.py",
}
BUILDS_WITH_DUCKDB = ("canonical/", "exports/", "identity/", "mapping/")
# Who remembers anything from one session to the next, and why nobody meets another's rows in it.
REMEMBERS = {
    "ui/source.py": {
        "_connection": "one per file; the file is the reader's own",
        "_remembered_rows": "the key holds build, reader, select, filters and settings",
        "_told_by": "what the figures were made with: no row of anybody",
    },
    "ui/review_made.py": {
        "_facts": "the key holds build and reader",
        "_composed": "the key holds build, agency, edition and all that was kept for it",
    },
    "ui/door_headers.py": {"content_policy": "the same words for everybody: no row of anybody"},
    "ui/first_start.py": {"_sample_build": "the sample on its way: invented people"},
}


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """The first word of every module that is imported anywhere in a file."""
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    names |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    return {name.split(".")[0] for name in names}


def calls(tree: ast.Module) -> Iterator[str]:
    """`object.method` of every call, as far as it is written so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = node.func.value
            yield f"{of.id if isinstance(of, ast.Name) else ''}.{node.func.attr}"


def computes(tree: ast.Module) -> list[str]:
    """What a screen must leave to queries: database, SQL, grouping and joining of rows."""
    forbidden = {"groupby", "merge", "pivot", "pivot_table", "agg", "query", "sql", "execute"}
    found = [f"calls {call}" for call in calls(tree) if call.split(".")[1] in forbidden]
    found += [f"imports {name}" for name in imported(tree) & {"duckdb", "sqlite3", "sqlglot"}]
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    found += [f"holds SQL: {t}" for t in texts if isinstance(t, str) and SQL.match(t.strip())]
    return found


def test_import_contracts_hold(capfd: pytest.CaptureFixture[str]) -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == 0, (
        capfd.readouterr().out
    )


def test_import_contracts_are_named_as_sentences() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [contract["name"] for contract in config["tool"]["importlinter"]["contracts"]]
    assert len(names) >= 6
    assert all(len(name.split()) >= 6 and name[0].isupper() for name in names)


WITHOUT_SCREENS = """
import sys
from pathlib import Path
from contextlib import closing
from partnership.__main__ import main
from partnership.builds import build
from partnership.queries import metric_rows, opened, query_names
made = build([Path(sys.argv[1])], builds=Path(sys.argv[2]))
names = query_names("metrics")
with closing(opened(made.path / "partnership.duckdb")) as connection:
    for name in names:
        metric_rows(connection, name)
print(len(names), sorted({"streamlit", "plotly"} & set(sys.modules)))
"""


def test_numbers_are_computed_in_a_process_that_never_loads_streamlit(tmp_path: Path) -> None:
    export = write_export(tmp_path / "export")
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_SCREENS, export, tmp_path / "builds"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    metrics, loaded = ran.stdout.split(" ", 1)
    assert int(metrics) >= 20
    assert loaded.strip() == "[]"


def test_only_the_screens_import_streamlit() -> None:
    users = {file for file in CODE if "streamlit" in imported(parsed(file))}
    assert users
    assert users <= set(SCREENS)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.py")), ids=lambda page: page.stem)
def test_a_page_computes_nothing(page: Path) -> None:
    assert computes(parsed(page)) == []


@pytest.mark.parametrize(
    "bad",
    [
        "import duckdb",
        "from duckdb import connect",
        "rows.groupby('agency_id')",
        "rows.merge(other)",
        "text = 'select agency_id from marts.offer'",
        "text = '''\nwith a as (select 1)\nselect * from a'''",
        "connection.execute(text)",
    ],
)
def test_a_page_that_computes_is_noticed(bad: str) -> None:
    assert computes(ast.parse(bad))


def names_duckdb(tree: ast.Module) -> bool:
    """Whether a file reaches a database of its own: by import, by name, or through pandas."""
    texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    through_pandas = {"read_sql", "read_sql_query", "read_sql_table", "read_parquet"}
    databases = {"duckdb", "_duckdb", "sqlite3", "sqlalchemy", "adbc_driver_manager", "ibis"}
    return bool(
        imported(tree) & databases
        or texts & (databases - {"duckdb"} | {"_duckdb"})
        or {call.split(".")[1] for call in calls(tree)} & through_pandas
        or ("duckdb" in texts and any("import_module" in ast.dump(n) for n in ast.walk(tree)))
    )


def remembering(tree: ast.Module) -> set[str]:
    """The functions that Streamlit or Python keeps the answers of, for every session alike."""
    caches = {"cache", "lru_cache", "cache_data", "cache_resource"}
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    decorated = {id(n): f.name for f in functions for d in f.decorator_list for n in ast.walk(d)}
    used = [n for n in ast.walk(tree) if name_of(n) in caches]
    renamed = {a.asname for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    named = {decorated.get(id(n), f"line {getattr(n, 'lineno', 0)}") for n in used}
    kept = {a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    return named | ({"under another name"} if kept & caches and renamed - {None} else set())


def name_of(node: ast.AST) -> str:
    """`cache_data` of `st.cache_data` and of `cache_data`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def test_few_places_open_a_database() -> None:
    openers = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if "duckdb.connect" in calls(parsed(file))
    }
    assert openers == set(OPENS_DUCKDB)


def test_nothing_else_names_the_database() -> None:
    """A second way to the rows would be a second place where a reader's limits can be forgotten."""
    naming = {file.relative_to(ROOT).as_posix() for file in CODE if names_duckdb(parsed(file))}
    inside = {name.removeprefix("partnership/") for name in naming}
    assert {name for name in inside if not name.startswith(BUILDS_WITH_DUCKDB)} == NAMES_DUCKDB


def test_few_places_remember_and_each_says_why() -> None:
    found = {
        file.relative_to(PACKAGE).as_posix(): names
        for file in SCREENS
        if PACKAGE in file.parents and (names := remembering(parsed(file)))
    }
    assert found == {file: set(names) for file, names in REMEMBERS.items()}
    others = [*PAGES.glob("*.py"), ROOT / "dashboard.py"]
    assert [file.name for file in others if remembering(parsed(file))] == []


def test_the_rows_are_remembered_by_build_reader_select_and_filters() -> None:
    tree = parsed(PACKAGE / "ui" / "source.py")
    function = next(n for n in tree.body if getattr(n, "name", "") == "_remembered_rows")
    assert isinstance(function, ast.FunctionDef)
    named = [argument.arg for argument in function.args.args]
    # Streamlit leaves what begins with an underscore out of the key.
    assert named == ["file", "reader", "folder", "name", "filters", "by", "more"]


@pytest.mark.parametrize(
    "bad",
    [
        "import duckdb",
        "from duckdb import connect as open_it",
        "from duckdb.typing import VARCHAR",
        "def f():\n    import duckdb as d",
        "from importlib import import_module\nimport_module('duckdb')",
        "importlib.import_module('duckdb')",
        "pandas.read_sql('select 1', engine)",
        "pd.read_parquet('x')",
        "import sqlite3",
    ],
)
def test_a_second_way_to_the_database_is_noticed(bad: str) -> None:
    assert names_duckdb(ast.parse(bad))


@pytest.mark.parametrize(
    "bad",
    [
        "@st.cache_data\ndef f(): ...",
        "@st.cache_data(ttl=1)\ndef f(): ...",
        "@st.cache_resource(show_spinner=False)\ndef f(): ...",
        "from streamlit import cache_data as kept\n@kept\ndef f(): ...",
        "@functools.lru_cache(maxsize=None)\ndef f(): ...",
        "@cache\ndef f(): ...",
        "g = st.cache_data(f)",
        "class A:\n    @lru_cache\n    def f(self): ...",
    ],
)
def test_a_second_memory_is_noticed(bad: str) -> None:
    assert remembering(ast.parse(bad))


def test_the_dashboard_is_nothing_but_start_up() -> None:
    lines = (ROOT / "dashboard.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 20
    assert any('"shell.py"' in line for line in lines)


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_files_and_functions_stay_small(file: Path) -> None:
    tree = parsed(file)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: n for f in functions if (n := (f.end_lineno or 0) - f.lineno + 1) > 60}
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400
    assert long == {}


def test_no_file_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "common", "misc", "manager"}
    assert {file for file in CODE if file.stem in drawers} == set()


def test_nothing_needs_a_posix_system_to_be_imported() -> None:
    """Windows has neither fcntl nor resource: whoever imports them says what happens without."""
    for file in CODE:
        tree = parsed(file)
        guarded = {
            name
            for node in ast.walk(tree)
            if isinstance(node, ast.Try)
            for name in imported(ast.Module(node.body, []))
        }
        assert imported(tree) & {"fcntl", "resource", "pwd", "grp"} <= guarded, file


def test_the_settings_of_the_environment_do_not_reach_the_tests() -> None:
    assert "PARTNERSHIP_DATA" not in os.environ
