"""What the Both sides screen says: two scorecards by the same rules."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.filters import Filters
from partnership.findings import overview
from partnership.findings.cards import Measured, measured_card
from partnership.findings.offers import NET_NAMES
from partnership.labels import both_sides as words
from partnership.statistics import scorecard
from partnership.statistics.scorecard import Score
from partnership.targets import Target

Scores = Mapping[str, Score]
Row = Mapping[str, Any]
HR, AGENCY, SHARED = "hr", "agency", "shared"
# How the chart draws a line.
BARS = {
    "label": "label",
    "value": "rate",
    "low": "low",
    "high": "high",
    "of": ("k", "n"),
    "floor": "floor",
    "target": "target",
    "instead": "instead",
}


@dataclass(frozen=True)
class Sides:
    """What the sides are called, to whoever reads, and which of them are several."""

    names: Mapping[str, str]
    plural: Collection[str] = ()

    def says(self, side: str, one: str, many: str, **more: str) -> str:
        """One of the two sentences, with the side's name."""
        return (many if side in self.plural else one).format(side=self.names[side], **more)


def everyone(filters: Filters) -> Filters:
    """The chosen cases of all agencies."""
    return replace(filters, agencies=None)


def sides(name: str | None, *, is_agencys_own: bool) -> Sides:
    """The sides of the partnership with the partner of this name, or with all of them."""
    if is_agencys_own:
        plural = (AGENCY,) if name else (AGENCY, HR)
        return Sides({HR: name or words.THE_CLIENTS, AGENCY: words.US}, plural)
    return Sides({HR: words.HR, AGENCY: name or words.ALL_AGENCIES}, () if name else (AGENCY,))


def card_lines(
    plan: pd.DataFrame,
    rows: pd.DataFrame,
    targets: Mapping[str, Target | None],
    unseen: Collection[str] = (),
) -> pd.DataFrame:
    """Every line of the plan with its row of scorecard_lines where there is one, and the floor and
    target agreed by now; `unseen` are those that the files can't show."""
    known = rows.drop(columns=["group", "side", "pillar", "floor", "target", "points"])
    lines = plan.merge(known, on="line", how="left")
    agreed = [targets.get(line) for line in lines["line"]]
    lines["floor"] = [None if target is None else target.floor for target in agreed]
    lines["target"] = [None if target is None else target.target for target in agreed]
    lines["is_measured"] = [measured is True for measured in lines["is_measured"]]
    lines["is_unseen"] = lines["line"].isin(list(unseen))
    lines = lines.astype({"floor": float, "target": float, "low": float, "high": float})
    return scorecard.with_verdicts(lines)


def scored(lines: pd.DataFrame, weights: Mapping[str, float] | None) -> Scores:
    """The score of each side that has an agreed line."""
    return scorecard.scores(lines, weights)


def finding(scores: Scores, of: Sides, weights: Mapping[str, float] | None) -> str:
    """Both scores and what both owe together, in one sentence."""
    if not scores:
        return words.NOTHING_AGREED
    if all(score.middle is None for score in scores.values()):
        return words.NO_NUMBERS + weights_in_words(weights)
    parts = [_keeps(scores[side], of) for side in (HR, AGENCY) if side in scores]
    if SHARED in scores:
        points = _points(scores[SHARED])
        parts.append(words.TOGETHER.format(points=points) if points else words.NO_NUMBER_TOGETHER)
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}.{weights_in_words(weights)}"


def weights_in_words(weights: Mapping[str, float] | None) -> str:
    """Which weights were changed; empty where none was."""
    changed = {pillar: weight for pillar, weight in (weights or {}).items() if weight != 1}
    said = [
        words.WEIGHT_OF.format(pillar=words.PILLARS[pillar], weight=figures.number(weight))
        if weight
        else words.NOT_COUNTED.format(pillar=words.PILLARS[pillar])
        for pillar, weight in changed.items()
    ]
    return words.WEIGHTED.format(weights=", ".join(said)) if said else ""


def cards(scores: Scores, of: Sides) -> list[Card]:
    """A card for each side and one for what both owe."""
    labels = {side: of.says(side, words.CARD_KEEPS, words.CARD_KEEP) for side in (HR, AGENCY)} | {
        SHARED: words.CARD_TOGETHER
    }
    return [
        _card(f"{label[:1].upper()}{label[1:]}", scores.get(side)) for side, label in labels.items()
    ]


def filled(measured: Measured) -> Card:
    """Filled by day 60, beside the scores, from rows of fill_counts."""
    card = overview.filled(measured)
    return replace(card, trend=(), before="", explained=words.RESULTS_EXPLAINED)


def started(measured: Measured) -> Card:
    """Accepted and started, beside the scores, from rows of offer_starts."""
    card = measured_card(
        words.STARTED, measured, NET_NAMES, of=words.STARTED_OF, explained=words.RESULTS_EXPLAINED
    )
    return replace(card, trend=(), before="")


def stayed(rows: pd.DataFrame | None, target: Target | None) -> Card:
    """Who stays 90 days, beside the scores, from a row of retention; without rows the files can't
    show it."""
    blank = Card(words.STAYED, figures.DASH, explained=words.RESULTS_EXPLAINED)
    if rows is None:
        return replace(blank, basis=words.UNSEEN)
    if rows.empty or figures.is_missing(rate := rows["retained_90_rate"].iloc[0]):
        return replace(blank, basis=words.NO_STARTERS)
    row = rows.iloc[0]
    basis = words.STAYED_BASIS.format(starters=figures.number(row["starters"]))
    if not figures.is_enough(row["starters"]):
        return replace(blank, basis=f"{basis}, {words.FEW_STARTERS}")
    low, high = row["retained_90_low"], row["retained_90_high"]
    return replace(
        blank,
        value=figures.percent(rate),
        basis=basis,
        likely=figures.likely_range(low, high),
        target=target.fact(rate) if target else words.NO_TARGET,
        evidence=target.evidence(low, high, row["starters"]) if target else "",
    )


def bars(lines: pd.DataFrame, side: str) -> pd.DataFrame:
    """The lines of a side for its chart, with what stands in the place of a bar."""
    own = lines[lines["side"] == side]
    return own.assign(
        label=[_named(line) for line in own["line"]],
        line_rate=own["rate"],
        floor_share=own["floor"],
        target_share=own["target"],
        line_low=own["low"],
        line_high=own["high"],
        year_before_rate=own["before_rate"],
        instead=[words.UNSEEN if unseen else words.NO_BAR for unseen in own["is_unseen"]],
    )


def table(
    lines: pd.DataFrame,
    peers: pd.DataFrame,
    of: Sides,
    weights: Mapping[str, float] | None,
) -> pd.DataFrame:
    """Every line as people read it; `peers` are rows of peer_band, none where it is not shown."""
    others = peers.set_index("line")
    names, rows = {**of.names, SHARED: words.BOTH}, lines.to_dict("records")
    shown = lines.assign(
        owed_by=[names[side] for side in lines["side"]],
        line=[_named(line) for line in lines["line"]],
        line_rate=lines["rate"],
        likely_of=[_likely(row) for row in rows],
        floor_share=lines["floor"],
        target_share=lines["target"],
        points=_points_of(lines),
        weight_share=_weight_shares(lines, weights),
        quarter_of=[_then(row, "quarter") for row in rows],
        year_before_of=[_then(row, "before") for row in rows],
        others_of=[_band(others, line) for line in lines["line"]],
        line_state=[_state(row) for row in rows],
    )
    return shown if len(peers) else shown.drop(columns="others_of")


def lines_with_cases(lines: pd.DataFrame, of: Sides) -> dict[str, str]:
    """The lines that have cases, and what they are called, with whose they are."""
    names, rows = {**of.names, SHARED: words.BOTH}, lines[lines["n"].fillna(0) > 0]
    return {
        row["line"]: words.LINE_OF.format(line=words.LINES[row["line"]], side=names[row["side"]])
        for row in rows.to_dict("records")
    }


def beside_others(table: pd.DataFrame) -> pd.DataFrame:
    """The lines of a table that the other agencies can be shown beside, the agency's own first."""
    if "others_of" not in table:
        return table.head(0)
    shown = table[table["others_of"] != figures.DASH]
    return shown.sort_values("side", key=lambda sides: sides != AGENCY, kind="stable")


def not_agreed(lines: pd.DataFrame) -> str:
    """Which lines that can be seen have no agreed target; empty where all have, or none has."""
    missing = lines.loc[lines["target"].isna() & ~lines["is_unseen"], "line"]
    if lines["target"].isna().all():
        return ""
    named = ", ".join(words.LINES[line] for line in missing)
    return words.NOT_AGREED_YET.format(lines=named) if named else ""


def weakest(scores: Scores) -> list[tuple[str, str]]:
    """Page file and label of the screens that tell more of each side's weakest line."""
    found: dict[str, str] = {}
    for score in scores.values():
        if score.weakest and (page := words.PAGES.get(score.weakest.partition(".")[0])):
            said = words.SEE_WEAKEST.format(
                screen=words.PAGE_TITLES[page], line=words.LINES[score.weakest]
            )
            found.setdefault(page, said)
    return list(found.items())


def _keeps(score: Score, of: Sides) -> str:
    points = _points(score)
    if not points:
        return of.says(score.side, words.NO_NUMBER, words.NO_NUMBER)
    return of.says(score.side, words.KEEPS, words.KEEP, points=points)


def _points(score: Score) -> str:
    if score.middle is None:
        return ""
    return words.POINTS.format(
        score=figures.number(score.middle),
        low=figures.number(score.low),
        high=figures.number(score.high),
    )


def _card(label: str, score: Score | None) -> Card:
    card = Card(label, figures.DASH, explained=words.SCORE_EXPLAINED)
    if score is None:
        return replace(card, basis=words.NO_TARGET)
    ends = {"lowest": figures.number(score.lowest), "highest": figures.number(score.highest)}
    card = replace(
        card,
        before=words.MEASURED.format(measured=score.measured, lines=score.lines),
        likely=words.IF_MISSING.format(**ends) if score.measured < score.lines else "",
        target=words.WEAKEST.format(line=words.LINES[score.weakest]) if score.weakest else "",
    )
    if score.middle is None:
        return replace(card, basis=words.TOO_LITTLE)
    low, high = figures.number(score.low), figures.number(score.high)
    return replace(
        card,
        value=words.OF_100.format(score=figures.number(score.middle)),
        basis=words.SCORE_RANGE.format(low=low, high=high),
    )


def _named(line: str) -> str:
    named = words.LINES[line]
    return words.LESS.format(line=named) if line in words.LESS_IS_BETTER else named


def _points_of(lines: pd.DataFrame) -> Any:
    found = [
        round(scorecard.face_points(row))
        if row.is_measured and not figures.is_missing(row.target)
        else None
        for row in lines.itertuples()
    ]
    return pd.array(found, dtype="Int64")


def _weight_shares(
    lines: pd.DataFrame, weights: Mapping[str, float] | None
) -> Sequence[float | None]:
    shares = scorecard.weight_shares(lines, weights)
    return [shares.get(line) for line in lines["line"]]


def _likely(row: Row) -> str:
    """37–58 %; a dash where there are too few cases for a range."""
    if not row["is_measured"]:
        return figures.DASH
    return words.RANGE.format(low=f"{100 * row['low']:.0f}", high=figures.percent(row["high"]))


def _then(row: Row, span: str) -> str:
    """The share in another span of time: 42 % of 373, "2 of 3", or a dash."""
    k, n, rate = (row[f"{span}_{name}"] for name in ("k", "n", "rate"))
    if figures.is_missing(n) or not n:
        return figures.DASH
    if not figures.is_enough(n):
        return figures.k_of_n(k, n)
    return words.SHARE_OF.format(share=figures.percent(rate), of=figures.number(n))


def _band(others: pd.DataFrame, line: str) -> str:
    """The share of the other agencies, of so many cases; a dash where that can't be shown."""
    if line not in others.index:
        return figures.DASH
    row = others.loc[line]
    said = words.OTHERS_MORE if figures.is_missing(row["others_to"]) else words.OTHERS_CASES
    return said.format(
        share=figures.percent(row["others_rate"]),
        low=figures.number(row["others_from"]),
        high=figures.number(row["others_to"]),
    )


def _state(row: Row) -> str:
    if row["is_unseen"]:
        return words.UNSEEN
    if not row["n"] or figures.is_missing(row["n"]):
        return words.NO_CASES
    if not row["is_measured"]:
        return words.NOT_MEASURED
    verdict = str(row["verdict"])
    is_limit = row["line"] in words.LESS_IS_BETTER and verdict == "past floor"
    return words.STATES["past limit" if is_limit else verdict]
