"""What the Both sides screen asks for: its lines, the weights of their parts, agencies compared."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from partnership import queries
from partnership.findings import both_sides as findings
from partnership.labels import both_sides as words
from partnership.ui.screen import Screen

# How the parameters of the address for the weights begin.
WEIGHT = "weight_"


def lines_of(screen: Screen, partner: str | None) -> pd.DataFrame:
    """Every line of both cards, with what was agreed with this partner, or for all."""
    plan = screen.rows("scorecard_plan", folder="screens")
    # Nobody's id: then what was agreed for all stands.
    agency = screen.agency_of(partner) or ""
    targets = {line: screen.target(line, agency=agency) for line in plan["line"]}
    unseen = [line for line in plan["line"] if not _is_seen(screen, line)]
    return findings.card_lines(plan, screen.rows("scorecard_lines"), targets, unseen)


def pick_weights(screen: Screen) -> Mapping[str, float] | None:
    """What each part of the cards weighs, kept in the address; None where all weigh alike, as they
    do before an audience."""
    if screen.is_on_a_wall:
        return None
    chosen = {}
    with screen.beside_filters.popover(words.WEIGHTS, icon=":material/balance:"):
        st.caption(words.WEIGHTS_NOTE)
        columns = st.columns(2)
        for at, (pillar, label) in enumerate(words.PILLARS.items()):
            with columns[at % 2]:
                weight = st.selectbox(
                    label, list(words.WEIGHT_CHOICES), format_func=words.WEIGHT_CHOICES.__getitem__,
                    key=f"{WEIGHT}{pillar}", bind="query-params",
                )  # fmt: skip
            chosen[pillar] = float(weight or 1)
    return chosen if set(chosen.values()) != {1.0} else None


def offer_comparison(screen: Screen) -> None:
    """For analysts, where the figures hold several agencies: who stands out, who only seems to."""
    if screen.facts.is_agencys_own or not screen.is_hrs:
        return
    screen.for_analysts(lambda: _draw_comparison(screen))


def _draw_comparison(screen: Screen) -> None:
    # Only where the panel is open: scipy's start takes longer than the screen.
    from partnership import charts
    from partnership.findings import agencies_compared as compared

    everyone = findings.everyone(screen.filters)
    rows = screen.rows("scorecard_lines", by="agency", filters=everyone)
    line = screen.pick("compared", dict(words.LINES), label=words.COMPARED, width=300)
    found = compared.compared(rows, line)
    if found is None:
        screen.say(words.TOO_FEW_AGENCIES)
        return
    screen.chart(
        words.FUNNEL,
        found.dots,
        lambda dots: charts.funnel(
            dots,
            found.limits,
            pooled=found.pooled,
            said=found.pooled_in_words,
            names=(words.LIMIT_95, words.LIMIT_998),
            axis=words.LINES[line],
            cases=words.FUNNEL_CASES,
        ),
        columns=words.FUNNEL_COLUMNS,
        note=words.FUNNEL_NOTE,
    )
    screen.table(words.LEAGUE, found.league, columns=words.LEAGUE_COLUMNS, note=words.LEAGUE_NOTE)
    screen.table(
        words.SCORES,
        compared.scores(screen.rows("scorecard", by="agency", filters=everyone)),
        columns=words.SCORES_COLUMNS,
        note=words.SCORES_NOTE,
    )


def _is_seen(screen: Screen, line: str) -> bool:
    """Whether the files hold the tables that the line's metric needs; an agency's own never show
    what is redundant."""
    metric = line.partition(".")[0]
    if metric == "redundant_submissions" and screen.facts.is_agencys_own:
        return False
    needed = queries.query("metrics", metric).header.get("needs", "").split(",")
    return all(screen.shows(table.strip()) for table in needed if table.strip())
