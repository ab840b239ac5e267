"""The documents say what is there: columns, metrics, make targets, Python version, links."""

import re
import tomllib
from pathlib import Path

import pytest

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
