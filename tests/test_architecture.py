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

# Who opens a database: to read a published one, to make one, to write a sample's files, to
# check what somebody typed.
OPENS_DUCKDB = {"queries.py", "making.py", "sample/writing.py", "entries/checking.py"}


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


def test_few_places_open_a_database() -> None:
    openers = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if "duckdb.connect" in calls(parsed(file))
    }
    assert openers == OPENS_DUCKDB


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
