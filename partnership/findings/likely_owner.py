"""What the Likely owner screen says: the rule as a sentence, the cases, one case's timeline."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, money
from partnership.figures import Card
from partnership.labels import likely_owner as words
from partnership.settings import Settings, current


def rule(now: Settings) -> str:
    """The rule in force as a sentence."""
    return words.RULE.format(
        basis=words.BASIS[now.ownership_basis],
        scope=words.SCOPE[now.ownership_scope],
        resets=words.RESETS[now.ownership_resets],
        application=words.APPLICATION[now.self_application],
    )


def cases(people: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """Rows of ownership that several agencies sent, with how many rules name another agency: what
    needs a decision first, then those that depend most on the rule."""
    keys = ["search_id", "person_id"]
    names_another = rules["differs"].eq(True) & rules["owner_agency_id"].notna()
    differing = rules[names_another].groupby(keys).size().rename("rules_differ")
    several = people[people["agency_ids"].astype(str).str.contains(";")]
    found = several.merge(differing.reset_index(), how="left", on=keys)
    pairs = zip(found["fee_at_stake"], found["currency"], strict=True)
    found = found.assign(
        rules_differ=found["rules_differ"].fillna(0).astype(int),
        fee=[money.amount(*pair) for pair in pairs],
        why=found["because"].map(words.WHY),
        has_fee=found["fee_at_stake"].notna(),
    )
    order = ["needs_decision", "has_fee", "rules_differ", "search_id", "person_id"]
    return found.sort_values(order, ascending=[False, False, False, True, True])


def finding(found: pd.DataFrame) -> str:
    """How many came from several agencies, and for how many the rule matters."""
    if found.empty:
        return words.FINDING_NONE
    return words.FINDING.format(
        cases=figures.counted(len(found), words.CASE, words.CASES),
        differ=figures.number(_disputable(found)),
    )


def cards(found: pd.DataFrame, as_of: date) -> list[Card]:
    """How many, how many need a decision, have no owner, depend on the rule; the fees."""
    said = words.DIFFER_BASIS.format(cases=figures.counted(len(found), words.CASE, words.CASES))
    ties = int(found["needs_decision"].eq(True).sum())
    without = int(found["because"].isin(["known_before", "nobody", "nothing_written"]).sum())
    return [
        _count(words.SEVERAL, len(found), "", words.SEVERAL_EXPLAINED),
        _count(words.TIES, ties, words.TIES_BASIS, words.TIES_EXPLAINED),
        _count(words.UNOWNED, without, words.UNOWNED_BASIS, words.UNOWNED_EXPLAINED),
        _count(words.DIFFER, _disputable(found), said, words.DIFFER_EXPLAINED),
        _count(words.FEES, int(found["has_fee"].sum()), _fees(found, as_of), words.FEES_EXPLAINED),
    ]


def choices(found: pd.DataFrame) -> dict[str, str]:
    """Each case by search and person, as a line to choose from."""
    return {
        key_of(row["search_id"], row["person_id"]): words.CHOICE.format(
            title=figures.DASH if figures.is_missing(row["title"]) else row["title"],
            search_id=row["search_id"],
            agencies=words.AGENCIES_MANY.format(count=len(str(row["agency_ids"]).split(";"))),
            last=row["person_id"],
            fee=f", {row['fee']}" if row["has_fee"] else "",
        )
        for row in found.to_dict("records")
    }


def key_of(search_id: str, person_id: str) -> str:
    """A case in the address."""
    return f"{search_id} {person_id}"


def case_of(found: pd.DataFrame, chosen: str) -> dict[str, Any]:
    """The row of the chosen case."""
    keys = [key_of(*pair) for pair in zip(found["search_id"], found["person_id"], strict=True)]
    return dict(found.iloc[keys.index(chosen)])


def editions(case: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    """Who the dossier can be for: ourselves, or each agency that sent the candidate."""
    agencies = str(case["agency_ids"]).split(";")
    return {"": words.OURS} | {key: names.get(key, key) for key in agencies}


def reader_of(edition: str) -> str | None:
    """The agency of an edition; None for our own."""
    return edition or None


def name_of(named: pd.DataFrame) -> str:
    """What the candidate is called in the records, where a name is there."""
    return "" if named.empty else str(named["full_name"].iloc[0])


def timeline(events: pd.DataFrame) -> pd.DataFrame:
    """The events with who did it and what it was in words."""
    whose = events["agency_name"].fillna(events["agency_id"]).fillna(words.OUR_SIDE)
    pairs = zip(events["fee"], events["currency"], strict=True)
    return events.assign(
        who=whose,
        event=[words.MARKS[what] for what in events["what"]],
        when=[moment(row) for row in events.to_dict("records")],
        event_fee=[money.amount(*pair) for pair in pairs],
    )


def moment(row: Mapping[str, Any]) -> str:
    """3 Mar 2026, 09:01 in UTC; the day alone where no more is known."""
    at = row["happened_at"]
    if figures.is_missing(at):
        return figures.day(row["happened_on"])
    stamp = pd.Timestamp(at).tz_convert("UTC")
    return f"{figures.day(stamp.date())}, {stamp:%H:%M}"


def _disputable(found: pd.DataFrame) -> int:
    return int((found["rules_differ"] > 0).sum())


def _count(label: str, count: int, basis: str, explained: str) -> Card:
    return Card(label, figures.number(count), basis, explained=explained)


def _fees(found: pd.DataFrame, as_of: date) -> str:
    pairs = zip(found["fee_at_stake"], found["currency"], strict=True)
    into, rates = current().reporting_currency, current().rates
    total = money.total(pairs, into, rates, as_of)
    return money.in_words(total) if total.sums else words.NO_FEES
