"""The part of Redundant submissions on agencies that send the same people; for HR alone."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from partnership import charts
from partnership.findings import overlap as findings
from partnership.labels import overlap as words
from partnership.ui.screen import Screen

METRICS = ("agency_overlap", "unique_reach")


def draw_overlap(screen: Screen) -> None:
    """Agencies by agencies, whom nobody else brought, and what became of them. It compares
    agencies, so it is neither on a wall nor in an agency's own figures."""
    if screen.is_on_a_wall:
        return
    if screen.facts.is_agencys_own:
        screen.say(screen.unseen_by_an_agency, title=words.TITLE)
        return
    total = screen.one("unique_reach")
    screen.say(findings.sentence(total), title=words.TITLE)
    pairs = screen.rows("agency_overlap")
    if total is None or not findings.is_seen(total):
        return
    reach = screen.rows("unique_reach", by="agency")
    left, right = screen.halves()
    with left, screen.part():
        names = dict(screen.names.get("agency", {}))
        screen.chart(
            words.MATRIX,
            pairs,
            lambda rows: _matrix(*findings.cells(rows, names)),
            columns=words.PAIR_COLUMNS,
            note=findings.matrix_note(pairs),
            instead=words.ONE_AGENCY if pairs.empty else "",
        )
    with right, screen.part():
        screen.chart(
            words.REACH,
            reach,
            partial(charts.bars, axis=words.REACH_AXIS, **findings.REACH),
            columns=words.REACH_COLUMNS,
            note=words.REACH_NOTE,
        )
    with screen.part():
        screen.chart(
            words.OUTCOMES,
            findings.outcomes(total),
            partial(
                charts.pairs,
                label=("step_reached",),
                groups=findings.groups(total),
                said="said",
                axis=words.OUTCOMES_AXIS,
            ),
            columns=words.OUTCOME_COLUMNS,
            note=words.OUTCOMES_NOTE,
        )
    with screen.part():
        screen.table(
            words.BY_AGENCY,
            findings.by_agency(reach),
            columns=words.AGENCY_COLUMNS,
            note=words.BY_AGENCY_NOTE,
        )


def _matrix(cells: pd.DataFrame, order: list[str]) -> go.Figure:
    return charts.heat_table(
        cells, row="row", column="column", value="shared", own="own", order=order
    )
