"""What the Redundant submissions screen says."""

from datetime import date

import pandas as pd

from partnership import figures, money
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.findings.likely_owner import record_of
from partnership.labels import redundant_submissions as words
from partnership.settings import current

# How a chart draws a row of redundant_submissions.
RATE = {
    "value": "redundancy_rate",
    "low": "redundancy_low",
    "high": "redundancy_high",
    "of": ("redundant", "submissions"),
}
FUNNEL_NUMBERS = ["count", "before", "step_share"]
RATE_NAMES = ("redundant", "submissions", "redundancy_rate", "redundancy_low", "redundancy_high")


def finding(totals: pd.DataFrame) -> str:
    """How many were redundant, and of which kind most."""
    if totals.empty:
        return ""
    row = totals.iloc[0]
    submissions = figures.counted(row["submissions"], words.SUBMISSION, words.SUBMISSIONS)
    if figures.is_missing(row["redundant"]):
        twice = figures.number(row["resubmitted"])
        return words.FINDING_OWN.format(twice=twice, submissions=submissions)
    only = row["submissions"] == 1
    if not row["redundant"]:
        none = words.ONLY_ONE_NEW if only else words.FINDING_NONE
        return none.format(submissions=submissions)
    seen = {kind: row[kind] for kind in words.KINDS if not figures.is_missing(row[kind])}
    kind = words.KIND_IN_SENTENCE[max(seen, key=lambda kind: seen[kind])]
    one = words.ONLY_ONE if only else words.FINDING_ONE
    sentence = one if row["redundant"] == 1 else words.FINDING
    redundant = figures.number(row["redundant"])
    return sentence.format(redundant=redundant, submissions=submissions, kind=kind)


def cards(measured: Measured) -> list[Card]:
    """The rate, then each kind with who could have prevented it."""
    totals = measured.seen
    rate = measured_card(
        words.RATE, measured, RATE_NAMES, of=words.RATE_OF, explained=words.RATE_EXPLAINED
    )
    return [rate, *(_kind_card(kind, totals) for kind in words.KINDS), _review(totals)]


def with_redundant(totals: pd.DataFrame) -> pd.DataFrame:
    """The totals where at least one was redundant, so that there is a case to list."""
    return totals[totals["redundant"] > 0]


def by_number(groups: pd.DataFrame) -> pd.DataFrame:
    """The groups, the one with the most redundant submissions first."""
    ordered = groups.sort_values(["redundant", "label"], ascending=[False, True])
    ordered.attrs = dict(groups.attrs)
    return ordered


def funnel_steps(funnel: pd.DataFrame) -> pd.DataFrame:
    """One row per step that the files can show, the widest first: how many got there, of how many
    in the step `before`, and both as words in `said`."""
    row = {} if funnel.empty else funnel.iloc[0]
    seen = [step for step in words.FUNNEL_STEPS if not figures.is_missing(row.get(step))]
    counts = [row[step] for step in seen]
    steps = pd.DataFrame({"label": [words.FUNNEL_STEPS[step] for step in seen], "count": counts})
    steps["before"] = steps["count"].shift()
    steps["step_share"] = steps["count"] / steps["before"].where(steps["before"] > 0)
    steps["said"] = [_step_said(*step) for step in steps[FUNNEL_NUMBERS].itertuples(index=False)]
    return steps


def owners(people: pd.DataFrame) -> pd.DataFrame:
    """Rows of ownership with an agency as likely owner: what needs a decision first, then those
    owned now, the longest first."""
    owned = with_fee(people.dropna(subset=["owner_agency_id"]))
    owned = owned.assign(candidate_id=owned["person_id"].map(record_of))
    return owned.sort_values(
        ["needs_decision", "is_owned", "owned_until", "search_id"],
        ascending=[False, False, False, True],
    )


def owners_note(people: pd.DataFrame, as_of: date) -> str:
    """The rule, how many more persons no agency owns, and the fees that two may claim."""
    parts = [words.OWNERS_NOTE]
    if without := int(people["owner_agency_id"].isna().sum()):
        persons = figures.counted(without, words.PERSON, words.PERSONS)
        parts.append(words.NOT_OWNED.format(persons=persons))
    return " ".join([*parts, _fees(people, words.FEES_DISPUTED, as_of)]).strip()


def with_fee(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `fee`: the amount at stake in its own currency."""
    pairs = zip(rows["fee_at_stake"], rows["currency"], strict=True)
    return rows.assign(fee=[money.amount(*pair) for pair in pairs])


def disputes_note(disputes: pd.DataFrame, as_of: date) -> str:
    """The fees at stake: a sum per currency, or what the set rates make of them."""
    return _fees(disputes, words.DISPUTES_NOTE, as_of) or words.DISPUTES_WITHOUT_FEE


def _fees(rows: pd.DataFrame, said: str, as_of: date) -> str:
    into, rates = current().reporting_currency, current().rates
    pairs = zip(rows["fee_at_stake"], rows["currency"], strict=True)
    found = money.total(pairs, into, rates, as_of)
    if not found.sums and not found.unknown:
        return ""
    sentence = said.format(fees=money.in_words(found))
    return f"{sentence} {money.rates_in_words(found, into)}".strip()


def _step_said(count: float, before: float, share: float) -> str:
    if figures.is_missing(before) or not before:
        return figures.number(count)
    said = figures.k_of_n(count, before)
    return f"{said} · {figures.percent(share)}" if figures.is_enough(before) else said


def _kind_card(kind: str, totals: pd.DataFrame) -> Card:
    label, explained = words.KINDS[kind], words.KIND_EXPLAINED[kind]
    if totals.empty:
        return figures.share_card(label, 0, 0, None, explained=explained)
    row = totals.iloc[0]
    if figures.is_missing(row[kind]):
        return figures.share_card(label, None, None, None, explained=explained)
    submissions = figures.counted(row["submissions"], words.SUBMISSION, words.SUBMISSIONS)
    return Card(
        label,
        figures.number(row[kind]),
        words.KIND_BASIS.format(submissions=submissions),
        words.PREVENTED_BY[kind],
        explained=explained,
    )


def _review(totals: pd.DataFrame) -> Card:
    if totals.empty:
        return figures.share_card(words.REVIEW, 0, 0, None, explained=words.REVIEW_EXPLAINED)
    row = totals.iloc[0]
    most = ""
    if row["unreviewed"] and not figures.is_missing(row["redundant"]):
        k, n = row["redundant"] + row["unreviewed"], row["submissions"]
        share = figures.share(k, n, k / n)
        most = words.REVIEW_AT_MOST.format(count=figures.number(k), share=share)
    count = figures.number(row["unreviewed"])
    return Card(words.REVIEW, count, words.REVIEW_BASIS, most, explained=words.REVIEW_EXPLAINED)


def to_judge(totals: pd.DataFrame) -> str:
    """How many submissions hang on what people must judge; empty where none does."""
    count = 0 if totals.empty else totals.iloc[0]["unreviewed"]
    submissions = figures.counted(count, words.SUBMISSION, words.SUBMISSIONS)
    return words.TO_JUDGE.format(submissions=submissions) if count else ""
