"""Who likely owns a person under a rule: slowly, one submission after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

from oracle.reading import Export, Row
from oracle.submissions import in_order, is_before, ownership, was_rejected_lately

MINUTE = timedelta(minutes=1)
OURS = ("direct", "referral", "internal", "sourced")


@dataclass(frozen=True)
class Rule:
    """One way to say who owns."""

    basis: str
    scope: str
    resets: str
    self_application: str


EVERY_RULE = [
    Rule(*parts)
    for parts in product(
        ("first_submission", "consent_first", "explicit"),
        ("search", "company"),
        ("no", "yes"),
        ("yes", "no"),
    )
]


@dataclass
class Claim:
    """What a submission says: this agency, from here, until there."""

    agency: str
    start: datetime
    until: datetime
    submission: str


def answer(export: Export, rule: Rule, search: str, person: str) -> str | None:
    """The agency, "tie", or None for nobody, after the last thing that came for that search."""
    rows = [row for row in in_order(export) if row["person"] == person]
    here = [row for row in rows if row["search_id"] == search]
    about = here if rule.scope == "search" else of_company(export, rows, search)
    sent = [row for row in here if row["channel"] == "agency"]
    moment = max(row["received_at"].at for row in sent)
    if rule.basis == "consent_first":
        if not any(row.get("consent_at") for row in export.rows("submissions")):
            return "unseen"
        given = [row["consent_at"].at for row in sent if row.get("consent_at")]
        moment = max([moment, *given])
    claims = list(valid_claims(export, rule, about))
    owner, since, until = None, None, None
    for claim in claims:
        if claim.start > moment:
            break
        if until is None or claim.start >= until:
            if rule.resets == "no" and is_repeat_of(export, rule, about, claim):
                continue
            owner, since, until = claim.agency, claim.start, claim.until
        elif rule.resets == "yes" and claim.agency == owner:
            until = claim.until
    if owner is None or until <= moment:
        return None
    rivals = [
        claim
        for claim in claims
        if claim.agency != owner
        and since <= claim.start <= since + MINUTE
        and (rule.resets == "yes" or not is_repeat_of(export, rule, about, claim))
    ]
    return "tie" if rivals else owner


def of_company(export: Export, rows: list[Row], search: str) -> list[Row]:
    """Those on the searches of the same client."""
    searches = export.by_id("searches", "search_id")
    client = searches[search].get("client_id")
    return [row for row in rows if searches[row["search_id"]].get("client_id") == client]


def counted(rule: Rule, about: list[Row]) -> list[Row]:
    """The agency submissions that are looked at: with consent alone, where any has it."""
    sent = [row for row in about if row["channel"] == "agency"]
    with_consent = [row for row in sent if row.get("consent_at")]
    return with_consent if rule.basis == "consent_first" and with_consent else sent


def start_of(rule: Rule, row: Row) -> datetime:
    """When its claim begins."""
    received: datetime = row["received_at"].at
    if rule.basis == "consent_first" and row.get("consent_at"):
        return max(received, row["consent_at"].at)
    return received


def valid_claims(export: Export, rule: Rule, about: list[Row]) -> Iterator[Claim]:
    """The claims that may own, in the order of their beginning."""
    if rule.basis == "explicit":
        return
    for row in sorted(counted(rule, about), key=lambda r: (start_of(rule, r), r["submission_id"])):
        days = ownership(export, row["agency_id"])
        before = about[: about.index(row)]
        is_known = rule.self_application == "yes" and any(e["channel"] in OURS for e in before)
        after_a_no = any(
            was_rejected_lately(export, e, row["received_at"].at)
            for e in before
            if e["channel"] == "agency" and e["search_id"] == row["search_id"]
        )
        if days > timedelta(0) and not is_known and not after_a_no:
            start = start_of(rule, row)
            yield Claim(row["agency_id"], start, start + days, row["submission_id"])


def is_repeat_of(export: Export, rule: Rule, about: list[Row], claim: Claim) -> bool:
    """Whether the same agency had sent the person before, in its days and not withdrawn."""
    for e in counted(rule, about):
        start = start_of(rule, e)
        is_earlier = (start, e["submission_id"]) < (claim.start, claim.submission)
        in_days = claim.start < start + ownership(export, e["agency_id"])
        gone = is_before(e.get("withdrawn_at"), claim.start)
        if e["agency_id"] == claim.agency and is_earlier and in_days and not gone:
            return True
    return False
