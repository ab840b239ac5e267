"""A table as HTML for paper: every row, written as on the screen, and nothing run as markup."""

import re

import pandas as pd

from partnership import figures
from partnership.printed import html_table

ROWS = pd.DataFrame(
    {
        "agency_name": ["Harbour <b>&", None],
        "first_on": pd.to_datetime(["2026-09-03", None]),
        "filled_rate": [0.474, None],
        "filled_rate_of": ["39 of 84", "0 of 2"],
        "meetings": [1092, 3],
        "is_open": [True, False],
    }
)


def cells(html: str) -> list[str]:
    return re.findall(r"<td[^>]*>(.*?)</td>", html)


def test_cells_read_as_on_the_screen_and_what_was_typed_stays_text() -> None:
    first = ["Harbour &lt;b&gt;&amp;", "3 Sep 2026", figures.percent(0.474), "39 of 84", "1,092"]
    dash = figures.DASH
    assert cells(html_table(ROWS, "A table")) == [
        *first, "yes", dash, dash, dash, "0 of 2", "3", "no"
    ]  # fmt: skip


def test_numbers_stand_on_the_right_and_their_headings_too() -> None:
    html = html_table(ROWS, "A table")
    assert html.count('<th scope="col" class="number">') == 3
    assert html.count('<td class="number">') == 6
    assert "<thead>" in html


def test_a_long_table_is_not_cut() -> None:
    long = pd.DataFrame({"meetings": range(5000)})
    assert len(cells(html_table(long, "Long"))) == 5000
