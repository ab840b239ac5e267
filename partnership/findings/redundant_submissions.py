"""What the Redundant submissions screen says."""

import pandas as pd

from partnership import figures
from partnership.figures import Card, Judge
from partnership.findings.cards import rate_card
from partnership.labels import redundant_submissions as words

# How a chart draws a row of redundant_submissions.
RATE = {
    "value": "redundancy_rate",
    "low": "redundancy_low",
    "high": "redundancy_high",
    "of": ("redundant", "submissions"),
}
RATE_NAMES = ("redundant", "submissions", "redundancy_rate", "redundancy_low", "redundancy_high")


def finding(totals: pd.DataFrame) -> str:
    """How many were redundant, and of which kind most."""
    if totals.empty:
        return ""
    row = totals.iloc[0]
    submissions = figures.number(row["submissions"])
    if not row["redundant"]:
        return words.FINDING_NONE.format(submissions=submissions)
    seen = {kind: row[kind] for kind in words.KINDS if not figures.is_missing(row[kind])}
    return words.FINDING.format(
        redundant=figures.number(row["redundant"]),
        submissions=submissions,
        kind=words.KIND_IN_SENTENCE[max(seen, key=lambda kind: seen[kind])],
    )


def cards(totals: pd.DataFrame, quarters: pd.DataFrame, target: Judge | None) -> list[Card]:
    """The rate, then each kind with who could have prevented it."""
    rate = rate_card(
        words.RATE,
        totals,
        quarters,
        RATE_NAMES,
        of=words.RATE_OF,
        explained=words.RATE_EXPLAINED,
        target=target,
    )
    return [rate, *(_kind_card(kind, totals) for kind in words.KINDS), _review(totals)]


def funnel_steps(funnel: pd.DataFrame) -> pd.DataFrame:
    """One row per step that the files can show: `label` and `count`, the widest first."""
    if funnel.empty:
        return pd.DataFrame(columns=list(words.FUNNEL_COLUMNS))
    row = funnel.iloc[0]
    steps = [
        {"label": label, "count": row[step]}
        for step, label in words.FUNNEL_STEPS.items()
        if not figures.is_missing(row[step])
    ]
    return pd.DataFrame(steps, columns=list(words.FUNNEL_COLUMNS))


def _kind_card(kind: str, totals: pd.DataFrame) -> Card:
    label, explained = words.KINDS[kind], words.KIND_EXPLAINED[kind]
    if totals.empty or figures.is_missing(totals.iloc[0][kind]):
        return figures.share_card(label, None, None, None, explained=explained)
    row = totals.iloc[0]
    return Card(
        label,
        figures.number(row[kind]),
        words.KIND_BASIS.format(submissions=figures.number(row["submissions"])),
        words.PREVENTED_BY[kind],
        explained=explained,
    )


def _review(totals: pd.DataFrame) -> Card:
    count = 0 if totals.empty else totals.iloc[0]["unreviewed"]
    return Card(
        words.REVIEW, figures.number(count), words.REVIEW_BASIS, explained=words.REVIEW_EXPLAINED
    )
