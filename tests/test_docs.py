"""The documents say what is there: columns, metrics, make targets, Python version, links."""

import csv
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from partnership.access import access_from
from partnership.readers import HR

ROOT = Path(__file__).parent.parent
PINNED_WITH_REASON = re.compile(r"[\w\[\],.-]+==[\w.]+(; [^#]+)?\s+# \w.{4,}")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "queries/README.md",
             "docs/deployment.md")  # fmt: skip


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_column_of_the_canonical_export_is_documented() -> None:
    schema = tomllib.loads(text_of("queries/staging/canonical.toml"))
    rows = {
        row.split("|")[1].strip(" `"): row
        for row in text_of("data/README.md").splitlines()
        if "|" in row
    }
    assert len(schema) >= 20
    for table, declared in schema.items():
        documented = re.findall(r"`(\w+)`", rows[table].split("|")[3])
        assert documented == list(declared["columns"]), table
        needed = [column for column, kind in declared["columns"].items() if kind.endswith("!")]
        assert re.findall(r"\*\*`(\w+)`\*\*", rows[table]) == needed, table


def test_every_metric_is_in_the_glossary() -> None:
    glossary = text_of("queries/README.md")
    metrics = sorted(file.stem for file in (ROOT / "queries" / "metrics").glob("*.sql"))
    assert len(metrics) >= 9
    assert [name for name in metrics if f"`{name}`" not in glossary] == []


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z][a-z-]*):.*## ", text_of("Makefile"), flags=re.M)
    targets.remove("help")  # `make` alone
    assert {"run", "test", "check", "fix", "sample"} <= set(targets)
    contributing = text_of("CONTRIBUTING.md")
    assert [name for name in targets if f"`make {name}`" not in contributing] == []


def test_the_python_version_is_the_same_everywhere() -> None:
    needed = tomllib.loads(text_of("pyproject.toml"))["project"]["requires-python"]
    version = needed.removeprefix(">=")
    assert f"Python {version}" in text_of("README.md")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_to_a_file_leads_somewhere(document: str) -> None:
    here = (ROOT / document).parent
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", text_of(document))
    assert [link for link in links if not (here / link).exists()] == []


def test_the_readme_shows_a_picture_and_the_two_commands_first() -> None:
    first = text_of("README.md")[:1500]
    assert re.search(r"!\[[^]]+\]\(docs/pictures/", first)
    assert "make run" in first and "make test" in first


def test_every_dependency_is_pinned_and_says_why() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in text_of(name).splitlines():
            if line and not line.startswith(("#", "-r")):
                assert PINNED_WITH_REASON.fullmatch(line), f"{name}: {line}"


def test_the_access_file_of_the_deployment_page_fits_the_sample(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", text_of("docs/deployment.md"), flags=re.S)
    (example,) = [block for block in blocks if "[hr]" in block]
    file = tmp_path / "access.toml"
    file.write_text(example, encoding="utf-8")
    access = access_from(file)
    named = {*access.emails.values(), *access.domains.values()} - {HR}
    with (ROOT / "data/sample/agencies.csv").open(encoding="utf-8") as agencies:
        known = {row["agency_id"] for row in csv.DictReader(agencies)}
    assert len(named) == 2
    assert {reader.agency_id for reader in named} <= known


def test_every_name_to_replace_is_one_that_the_deployment_page_replaces() -> None:
    page = text_of("docs/deployment.md")
    (asked,) = re.findall(r"^NAME=(\S+)$", page, flags=re.M)
    for file in ("nginx.conf", "partnership-health.service"):
        lines = [line for line in text_of(f"docs/deploy/{file}").splitlines() if asked in line]
        # sed replaces the first one of a line.
        assert lines and all(line.count(asked) == 1 for line in lines)
        assert f'sed "s/{asked}/$NAME/" {file} > /etc/' in page


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "partnership-health.service"
    installed = "/opt/partnership-health/.venv/bin/python"
    text = text_of("docs/deploy/partnership-health.service")
    assert installed in text  # which is not there, where this runs
    unit.write_text(text.replace(installed, sys.executable), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
