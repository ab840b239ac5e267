"""Three lists are one: the metrics there are, those on a screen, and those in the Definitions.

That a screen asks for what it explains is proved where screens are opened: in `test_pages.py` and
`test_agencys_own.py`.
"""

import ast
from pathlib import Path

from partnership import queries
from partnership.labels import definitions

PAGES = Path(__file__).parent.parent / "pages"
METRICS = set(queries.query_names("metrics"))
# Of sections of Reply times that are being built.
STILL_TO_COME = {
    "days_to_give_back", "feedback_curve", "lost_by_step", "lost_while_waiting",
    "open_days_by_side",
    "price_of_silence", "rejections_with_reason", "silent_submissions",
}  # fmt: skip


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
    texts = (n.value for of in named for n in ast.walk(of) if isinstance(n, ast.Constant))
    return {str(text) for text in texts}


def test_every_metric_is_on_a_screen_and_no_screen_names_another() -> None:
    on_screens = set().union(*(explained_on(page) for page in PAGES.glob("*.py")))
    missing = METRICS - on_screens - STILL_TO_COME
    assert sorted(missing) == [] == sorted(on_screens - METRICS)


def test_every_metric_has_its_section_of_the_definitions_once() -> None:
    named = [name for section in definitions.SECTIONS.values() for name in section]
    assert sorted(named) == sorted(METRICS)
