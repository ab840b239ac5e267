"""What the Likely owner screen says: the rule as a sentence, the cases, one case's timeline."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, money
from partnership.figures import Card
from partnership.labels import likely_owner as words
from partnership.labels import removing
from partnership.settings import Settings, current


def rule(now: Settings, *, is_ours: bool = True) -> str:
    """The rule in force as a sentence: ours, or to an agency the company's."""
    return words.RULE.format(
        whose=words.WHOSE if is_ours else words.WHOSE_AGENCY,
        basis=words.BASIS[now.ownership_basis],
        scope=words.SCOPE[now.ownership_scope],
        resets=words.RESETS[now.ownership_resets],
        application=words.APPLICATION[now.self_application],
    )


def cases(people: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """Rows of ownership that several agencies sent, with how many rules name another agency: what
    needs a decision first, then those that depend most on the rule."""
    keys = ["search_id", "person_id"]
    differing = rules[rules["names_another"].eq(True)].groupby(keys).size().rename("rules_differ")
    several = people[people["agency_ids"].astype(str).str.contains(";")]
    found = several.merge(differing.reset_index(), how="left", on=keys)
    pairs = zip(found["fee_at_stake"], found["currency"], strict=True)
    found = found.assign(
        rules_differ=found["rules_differ"].fillna(0).astype(int),
        fee=[money.amount(*pair) for pair in pairs],
        why=found["because"].map(words.WHY),
        candidate_id=found["person_id"].map(record_of),
        has_fee=found["fee_at_stake"].notna(),
    )
    order = ["needs_decision", "has_fee", "rules_differ", "search_id", "person_id"]
    return found.sort_values(order, ascending=[False, False, False, True, True])


def of_edition(found: pd.DataFrame, agency_id: str | None) -> pd.DataFrame:
    """The cases that a dossier for this agency can be about; all of them for our own use."""
    if agency_id is None:
        return found
    sent = found["agency_ids"].astype(str).str.split(";")
    return found[[agency_id in ids for ids in sent]]


def finding(found: pd.DataFrame) -> str:
    """How many came from several agencies, and for how many the rule matters."""
    if found.empty:
        return words.FINDING_NONE
    return words.FINDING.format(
        cases=figures.counted(len(found), words.CASE, words.CASES),
        differ=figures.number(_disputable(found)),
    )


def finding_of_edition(found: pd.DataFrame, agency: str) -> str:
    """How many of an agency's candidates came from another one too."""
    cases = figures.counted(len(found), words.CASE, words.CASES)
    return words.FINDING_EDITION.format(cases=cases, agency=agency)


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


def choices(found: pd.DataFrame, names: Mapping[str, str]) -> dict[str, str]:
    """Each case by search and person, as a line to choose from; `names` are the persons'."""
    return {
        key_of(row["search_id"], row["person_id"]): words.CHOICE.format(
            title=figures.DASH if figures.is_missing(row["title"]) else row["title"],
            search_id=row["search_id"],
            name=_named(row["person_id"], names),
            agencies=words.AGENCIES_MANY.format(count=len(str(row["agency_ids"]).split(";"))),
            fee=f", {row['fee']}" if row["has_fee"] else "",
        )
        for row in found.to_dict("records")
    }


def choices_of_edition(found: pd.DataFrame, sent: pd.DataFrame) -> dict[str, str]:
    """The same for one agency, by its own records alone; `sent` are its submissions."""
    own = sent.sort_values(["received_on", "submission_id"]).groupby(["search_id", "person_id"])
    records = own["candidate_id"].unique().to_dict()
    return {
        key_of(search, person): words.CHOICE_EDITION.format(
            title=figures.DASH if figures.is_missing(title) else title,
            search_id=search,
            record=", ".join(records.get((search, person), ())),
        )
        for search, person, title in found[["search_id", "person_id", "title"]].to_numpy()
    }


def key_of(search_id: str, person_id: str) -> str:
    """A case in the address."""
    return f"{search_id} {person_id}"


def case_of(found: pd.DataFrame, chosen: str) -> dict[str, Any]:
    """The row of the chosen case."""
    keys = [key_of(*pair) for pair in zip(found["search_id"], found["person_id"], strict=True)]
    return dict(found.iloc[keys.index(chosen)])


def editions(found: pd.DataFrame, names: Mapping[str, str]) -> dict[str, str]:
    """Who the dossier can be for: ourselves, or each agency that sent such a candidate."""
    agencies = {one for ids in found["agency_ids"].astype(str) for one in ids.split(";")}
    named = {key: names.get(key, key) for key in agencies}
    return {"": words.OURS} | dict(sorted(named.items(), key=lambda pair: pair[1]))


def reader_of(edition: str) -> str | None:
    """The agency of an edition; None for our own."""
    return edition or None


def names_of(named: pd.DataFrame) -> dict[str, str]:
    """What each person is called in the records, where a name is there."""
    return dict(zip(named["person_id"], named["full_name"], strict=True))


def record_of(person_id: str) -> str:
    """The record that a person is called after."""
    return person_id.removeprefix("p-")


def said_of_rule(is_ours: bool) -> str:
    """The rule, and that it does not decide; to ourselves, where it is set."""
    parts = (words.DECIDES, words.SETTING) if is_ours else (words.DECIDES_AGENCY,)
    return " ".join([rule(current(), is_ours=is_ours), *parts])


def timeline(seen: pd.DataFrame, *, is_ours: bool = True) -> pd.DataFrame:
    """What is seen of the events, each in words."""
    pairs = zip(seen["fee"], seen["currency"], strict=True)
    rows = seen.to_dict("records")
    return seen.assign(
        event=[_event(row, is_ours=is_ours) for row in rows],
        when=[moment(row) for row in rows],
        event_fee=[money.amount(*pair) for pair in pairs],
    )


def key(events: pd.DataFrame, *, is_ours: bool = True) -> str:
    """What the marks of the chart stand for, those alone that are on it."""
    marks = _marks(is_ours)
    there = [what for what in words.SIGNS if what in set(events["what"])]
    return " ".join(f"{words.SIGNS[what]}{figures.NO_BREAK}{marks[what]}" for what in there)


def moment(row: Mapping[str, Any]) -> str:
    """3 Mar 2026, 09:01 in UTC; the day alone where no more is known, and in words where no more
    may be."""
    if not figures.is_missing(told := row.get("told_when")):
        return str(told)
    at = row["happened_at"]
    if figures.is_missing(at):
        return figures.day(row["happened_on"])
    stamp = pd.Timestamp(at).tz_convert("UTC")
    return f"{figures.day(stamp.date())}, {stamp:%H:%M}"


def _event(row: Mapping[str, Any], *, is_ours: bool) -> str:
    said = "" if figures.is_missing(row["said"]) else words.SAID.format(said=row["said"])
    return f"{_marks(is_ours)[row['what']]}{said}"


def _marks(is_ours: bool) -> Mapping[str, str]:
    return words.MARKS if is_ours else words.MARKS_AGENCY


def _named(person_id: str, names: Mapping[str, str]) -> str:
    record = record_of(person_id)
    if person_id in names:
        return words.NAMED.format(name=names[person_id], record=record)
    kind, _, number = person_id.partition("-")
    if kind in removing.GONE:
        return removing.GONE[kind].format(number=number, months=current().retention_months)
    return words.RECORD.format(record=record)


def _disputable(found: pd.DataFrame) -> int:
    return int((found["rules_differ"] > 0).sum())


def _count(label: str, count: int, basis: str, explained: str) -> Card:
    return Card(label, figures.number(count), basis, explained=explained)


def _fees(found: pd.DataFrame, as_of: date) -> str:
    pairs = zip(found["fee_at_stake"], found["currency"], strict=True)
    into, rates = current().reporting_currency, current().rates
    total = money.total(pairs, into, rates, as_of)
    return money.in_words(total) if total.sums else words.NO_FEES
