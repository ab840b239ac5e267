"""What the screen What works here? says."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from partnership import figures, settings
from partnership.figures import Card
from partnership.labels import shell
from partnership.labels import what_works as words
from partnership.periods import quarter_of

Row = Mapping[str, Any]

SUPPORTED, OPPOSITE, CHANCE, TOO_FEW = "supported", "opposite", "chance", "too_few"
ORDER = {SUPPORTED: 0, OPPOSITE: 1, CHANCE: 2, TOO_FEW: 3}
MOST_CARDS = 6


def in_words(claims: pd.DataFrame) -> pd.DataFrame:
    """Rows of claims with their words: those with an answer first, the clearest on top."""
    known = claims[claims["claim"].isin(list(words.CLAIMS))]
    said = [words.CLAIMS[claim] for claim in known["claim"]]
    named = known.assign(
        claim_name=[claim.title for claim in said],
        outcome_name=[claim.outcome for claim in said],
        difference_in_points=[_points(value) for value in known["difference"]],
        range_in_points=[
            _between(low, high)
            for low, high in zip(known["difference_low"], known["difference_high"], strict=True)
        ],
        counted_cases=known["with_n"] + known["without_n"],
        rank=[ORDER[verdict] for verdict in known["verdict"]],
    )
    return named.sort_values(["rank", "p_value", "claim"], kind="stable")


def with_answer(claims: pd.DataFrame) -> pd.DataFrame:
    """Those that have enough cases for a verdict, which is put in words."""
    answered = claims[claims["verdict"] != TOO_FEW]
    return answered.assign(
        p_value=[f"{p:.4f}" for p in answered["p_value"]],
        said=[_said(row) for row in answered.to_dict("records")],
        claim_verdict=[words.SHORT_VERDICTS[verdict] for verdict in answered["verdict"]],
    )


def finding(claims: pd.DataFrame) -> str:
    """How many claims are borne out, and for how many it is the other way round."""
    counts = claims["verdict"].value_counts()
    supported, opposite = int(counts.get(SUPPORTED, 0)), int(counts.get(OPPOSITE, 0))
    answered = len(claims) - int(counts.get(TOO_FEW, 0))
    if not answered:
        return words.NO_ANSWER
    also = words.AND_OPPOSITE.format(opposite=opposite) if opposite else ""
    if answered == 1:
        return words.ONE_SUPPORTED if supported else words.ONE_NOT_SUPPORTED.format(opposite=also)
    if not supported:
        return words.NONE_SUPPORTED.format(answered=answered, opposite=also)
    are = words.IS if supported == 1 else words.ARE
    return words.FINDING.format(supported=supported, answered=answered, are=are, opposite=also)


def cards(claims: pd.DataFrame) -> list[Card]:
    """A card for each claim whose two groups differ beyond chance."""
    clear = claims[claims["verdict"].isin([SUPPORTED, OPPOSITE])]
    return [_card(row) for row in clear.head(MOST_CARDS).to_dict("records")]


def choices(claims: pd.DataFrame) -> dict[str, str]:
    """The claims that have any case, by their code."""
    return {claim: name_of(claim) for claim in claims["claim"]}


def name_of(claim: str) -> str:
    """A claim in a line: what was done, and what came of it."""
    said = words.CLAIMS[claim]
    return words.ONE.format(title=said.title, outcome=said.outcome)


def of(claims: pd.DataFrame, claim: str) -> pd.DataFrame:
    """The row of one claim."""
    return claims[claims["claim"] == claim]


def one(claims: pd.DataFrame, claim: str) -> str:
    """What the article says, what these files say, and how the two groups are told apart."""
    row = of(claims, claim).iloc[0]
    said = words.CLAIMS[claim]
    difference = words.DIFFERENCE.format(
        points=row["difference_in_points"], between=row["range_in_points"]
    )
    result = words.RESULT.format(
        outcome=said.outcome[:1].upper() + said.outcome[1:],
        with_of=_of(row, "with"),
        without_of=_of(row, "without"),
        cases=said.case if row["with_n"] == 1 else said.cases,
        with_it=said.with_it,
        without_it=said.without_it,
        difference="" if row["verdict"] == TOO_FEW else difference,
        verdict=words.VERDICTS[row["verdict"]],
    )
    return f"{words.CLAIM.format(says=said.says)}  \n{result}  \n:small[{said.rule}]"


def later(claims: pd.DataFrame, shows: Callable[[str], bool]) -> str:
    """A line for each claim without an answer: when it can be told, or why it can't be seen.

    `shows` says of a table whether it came in.
    """
    few = claims[claims["verdict"] == TOO_FEW]
    lines = [_later(row) for row in few.to_dict("records")]
    lines += [_unseen(claim, shows) for claim in words.CLAIMS if claim not in set(claims["claim"])]
    if not len(few):
        return "\n".join(lines)
    note = words.LATER_NOTE.format(fewest=figures.number(few["fewest_searches"].iloc[0]))
    return "\n".join([note, "", *lines])


def _unseen(claim: str, shows: Callable[[str], bool]) -> str:
    missing = [table for table in words.CLAIMS[claim].needs if not shows(table)]
    if not missing:
        return words.NO_CASE_LINE.format(name=name_of(claim))
    named = ", ".join(shell.TABLE_NAMES[table] for table in missing)
    return words.UNSEEN_LINE.format(name=name_of(claim), tables=named)


def _later(row: Row) -> str:
    when = words.FEW_QUARTERS if row["has_searches"] else words.NO_PACE
    if not figures.is_missing(row["enough_on"]):
        first_month = settings.current().fiscal_year_start
        quarter = quarter_of(row["enough_on"].date(), first_month).label
        when = words.AT_THIS_PACE.format(quarter=quarter)
    return words.LATER_LINE.format(
        name=name_of(row["claim"]),
        with_searches=figures.counted(row["with_searches"], words.SEARCH, words.SEARCHES),
        without_searches=figures.counted(row["without_searches"], words.SEARCH, words.SEARCHES),
        when=when,
    )


def _card(row: Row) -> Card:
    said = words.CLAIMS[row["claim"]]
    return Card(
        label=said.title,
        value=row["difference_in_points"],
        basis=words.SIDES.format(
            outcome=said.outcome,
            with_share=figures.percent(row["with_rate"]),
            with_of=figures.k_of_n(row["with_k"], row["with_n"]),
            without_share=figures.percent(row["without_rate"]),
            without_of=figures.k_of_n(row["without_k"], row["without_n"]),
        ),
        likely=words.LIKELY_RANGE.format(between=row["range_in_points"]),
        evidence=words.ASSOCIATION.format(verdict=words.VERDICTS[row["verdict"]]),
        explained=f"{words.CLAIM.format(says=said.says)} {said.rule}",
    )


def _said(row: Row) -> str:
    return words.SAID.format(
        points=row["difference_in_points"], verdict=words.SHORT_VERDICTS[row["verdict"]]
    )


def _of(row: Row, side: str) -> str:
    k, n = row[f"{side}_k"], row[f"{side}_n"]
    return figures.k_of_n(k, n) if n else words.NO_CASES


def _points(fraction: float | None) -> str:
    if fraction is None or figures.is_missing(fraction):
        return figures.DASH
    points = round(100 * fraction)
    text = words.POINT if abs(points) == 1 else words.POINTS
    return text.format(sign=_sign(points), points=abs(points))


def _between(low: float | None, high: float | None) -> str:
    if low is None or high is None or figures.is_missing(low) or figures.is_missing(high):
        return ""
    ends = [round(100 * end) for end in (low, high)]
    return words.BETWEEN.format(
        low=f"{_sign(ends[0])}{abs(ends[0])}", high=f"{_sign(ends[1])}{abs(ends[1])}"
    )


def _sign(points: int) -> str:
    return "+" if points > 0 else "−" if points < 0 else ""
