"""Three lists are one: the metrics there are, those on a screen, and those in the Definitions.

That a screen asks for what it explains is proved where screens are opened: in `test_pages.py` and
`test_agencys_own.py`.
"""

import ast
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from partnership import queries
from partnership.labels import definitions

PAGES = Path(__file__).parent.parent / "pages"
METRICS = set(queries.query_names("metrics"))


def explained_on(page: Path) -> set[str]:
    """The metrics that a page names as its own: `metrics=(…)`, or `screen.metrics = (…)`."""
    tree = ast.parse(page.read_text(encoding="utf-8"))
    named = [n.value for n in ast.walk(tree) if isinstance(n, ast.keyword) and n.arg == "metrics"]
    named += [
        n.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Assign)
        and any(isinstance(t, ast.Attribute) and t.attr == "metrics" for t in n.targets)
    ]
    parts = [node for value in named for node in ast.walk(value)]
    texts = {str(node.value) for node in parts if isinstance(node, ast.Constant)}
    return texts.union(*(metrics_of(node) for node in parts))


def metrics_of(node: ast.AST) -> Sequence[str]:
    """Those of a section that has a module of its own: `*whose_clock.METRICS`."""
    if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
        return ()
    found: Sequence[str] = getattr(import_module(f"partnership.ui.{node.value.id}"), node.attr)
    return found


def test_every_metric_is_on_a_screen_and_no_screen_names_another() -> None:
    on_screens = set().union(*(explained_on(page) for page in PAGES.glob("*.py")))
    missing = METRICS - on_screens
    assert sorted(missing) == [] == sorted(on_screens - METRICS)


def test_every_metric_has_its_section_of_the_definitions_once() -> None:
    named = [name for section in definitions.SECTIONS.values() for name in section]
    assert sorted(named) == sorted(METRICS)
