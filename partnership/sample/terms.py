"""The table `offers`: pay, terms asked and granted, who negotiated, what came of it."""

import numpy as np
import pandas as pd

from partnership.sample.clock import MINUTES, NONE, Ints, day_at, position_from
from partnership.sample.company import CURRENCIES, DEPARTMENTS, LEVEL_PAY, SITES
from partnership.sample.draws import Flags, chance, pick, share_out, words
from partnership.sample.kinds import DECLINED, EXPIRED, HIRED, PENDING, RENEGED, RESCINDED

OUTCOMES = ["pending", "accepted", "declined", "expired", "rescinded"]
OUTCOME_OF = {HIRED: 1, RENEGED: 1, DECLINED: 2, EXPIRED: 3, RESCINDED: 4, PENDING: 0}
LEADS = ["agency", "hr", "business_leader", "none"]
# How often each side led where the offer was accepted, and where it was not; and for the
# company's own candidates.
LED_ACCEPTED, LED_REFUSED = [0.55, 0.24, 0.10, 0.11], [0.42, 0.32, 0.16, 0.10]
LED_OWN_ACCEPTED, LED_OWN_REFUSED = [0.0, 0.67, 0.18, 0.15], [0.0, 0.61, 0.27, 0.12]
PAY = 0
DECLINES = ["pay", "counter-offer", "other offer", "location", "too slow", "role"]
DECLINE_SHARES = [0.26, 0.16, 0.24, 0.10, 0.12, 0.12]
TERMS = ["pay", "start", "hours", "remote", "bonus", "notice", "title"]
TERM_SHARES = np.array([0.55, 0.2, 0.18, 0.32, 0.15, 0.1, 0.08])
TERM_SETS = [
    ";".join(term for bit, term in enumerate(TERMS) if number >> bit & 1)
    for number in range(2 ** len(TERMS))
]
ASKED_SHARE, GRANTED_ACCEPTED, GRANTED_REFUSED = 0.52, 0.62, 0.34
ESTIMATED_SHARE, UNKNOWN_SHARE, REVISED_SHARE = 0.85, 0.14, 0.25


def with_terms(rng: np.random.Generator, rows: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """The offered submissions, by row number, with pay, terms and the agreed start."""
    offers = rows[["search", "agency", "kind", "extended", "answered", "reneged"]].copy()
    offers.insert(0, "submission", np.arange(len(rows)))
    offers["site"] = found["site"].to_numpy()[offers["search"]]
    is_accepted = offers["kind"].isin([HIRED, RENEGED]).to_numpy()
    offers["led"] = _led(rng, offers, is_accepted)
    _add_pay(rng, offers, found)
    _add_terms(rng, offers, is_accepted)
    reason = pick(rng, DECLINE_SHARES, len(offers))
    is_known = (offers["kind"] == DECLINED) & ~chance(rng, UNKNOWN_SHARE, len(offers))
    offers["reason"] = np.where(is_known, reason, NONE)
    offers["starts"] = _starts(rng, offers)
    return offers


def _led(rng: np.random.Generator, offers: pd.DataFrame, is_accepted: Flags) -> Ints:
    went_well = is_accepted | (offers["kind"] == PENDING).to_numpy()
    is_agency = (offers["agency"] >= 0).to_numpy()
    led = np.zeros(len(offers), dtype=np.int64)
    for is_case, shares in (
        (is_agency & went_well, LED_ACCEPTED),
        (is_agency & ~went_well, LED_REFUSED),
        (~is_agency & went_well, LED_OWN_ACCEPTED),
        (~is_agency & ~went_well, LED_OWN_REFUSED),
    ):
        led[is_case] = share_out(rng, shares, int(is_case.sum()))
    return led


def _starts(rng: np.random.Generator, offers: pd.DataFrame) -> Ints:
    """A Monday after the notice that is usual at the site, and after any renege."""
    notice = np.array([site.notice_days for site in SITES])[offers["site"]]
    notice = (notice * rng.uniform(0.4, 1.5, len(offers))).astype(np.int64)
    known = np.where(offers["answered"] < 0, offers["extended"], offers["answered"]) // MINUTES
    start = np.maximum(known + np.maximum(notice, 7), offers["reneged"] // MINUTES + 3)
    # Day 0 was a Thursday, so Mondays leave 4 when divided by 7.
    return day_at(position_from(start + (4 - start) % 7))


def _add_pay(rng: np.random.Generator, offers: pd.DataFrame, found: pd.DataFrame) -> None:
    search, count = offers["search"].to_numpy(), len(offers)
    base = np.array([d.pay for d in DEPARTMENTS])[found["department"].to_numpy()[search]]
    base = base * LEVEL_PAY[found["level"].to_numpy()[search]]
    base = base * np.array([site.pay for site in SITES])[offers["site"]]
    standard = _rounded(base, 1000)
    asked = np.maximum(_rounded(standard * rng.normal(1.05, 0.06, count), 500), standard * 9 // 10)
    estimate = _rounded(asked * rng.normal(0.985, 0.03, count), 500)
    has_estimate = (offers["agency"] >= 0) & chance(rng, ESTIMATED_SHARE, count)
    offers["standard"], offers["asked"] = standard, asked
    offers["expected"] = np.where(has_estimate, estimate, NONE)


def _rounded(amount: np.ndarray, step: int) -> Ints:
    return (np.round(amount / step) * step).astype(np.int64)


def _add_terms(rng: np.random.Generator, offers: pd.DataFrame, is_accepted: Flags) -> None:
    """More than the standard is asked in half of the offers; where granted, more were accepted."""
    count, shape = len(offers), (len(offers), len(TERMS))
    asks = chance(rng, ASKED_SHARE, count)[:, None]
    wanted = asks & (rng.random(shape) < TERM_SHARES)
    share = np.where(is_accepted, GRANTED_ACCEPTED, GRANTED_REFUSED)[:, None]
    granted = wanted & (rng.random(shape) < share)
    bits = 1 << np.arange(len(TERMS))
    offers["wanted"], offers["granted"] = wanted @ bits, granted @ bits
    standard, asked = offers["standard"].to_numpy(), offers["asked"].to_numpy()
    raised = np.clip(asked, standard * 103 // 100, standard * 112 // 100) // 500 * 500
    usual = np.minimum(standard, np.maximum(asked, standard * 97 // 100))
    offers["offered"] = np.where(granted[:, PAY], raised, usual)


def offer_rows(rng: np.random.Generator, offers: pd.DataFrame) -> pd.DataFrame:
    """The table `offers`, by submission and time: a few were declined first and then improved."""
    told = offers[["submission", "led", "reason", "wanted", "granted"]].assign(
        extended_at=offers["extended"],
        outcome=offers["kind"].map(OUTCOME_OF),
        answered_at=offers["answered"],
        asked_salary=offers["asked"],
        expected_salary=offers["expected"],
        offered_salary=offers["offered"],
        standard_salary=offers["standard"],
        currency=CURRENCIES[offers["site"]],
        starts_on=np.where(offers["kind"] == EXPIRED, NONE, offers["starts"]),
    )
    both = pd.concat([_first_versions(rng, told), told])
    both = both.sort_values(["submission", "extended_at"], ignore_index=True)
    return both.assign(
        outcome=words(both["outcome"], OUTCOMES),
        decline_reason=words(both["reason"], DECLINES),
        negotiation_led_by=words(both["led"], LEADS),
        terms_requested=words(both["wanted"].where(both["wanted"] > 0, NONE), TERM_SETS),
        terms_granted=words(both["granted"].where(both["granted"] > 0, NONE), TERM_SETS),
    )


def _first_versions(rng: np.random.Generator, told: pd.DataFrame) -> pd.DataFrame:
    """Before some offers that granted more pay: the standard, declined the same morning."""
    is_raised = (told["granted"] & (1 << PAY)).to_numpy() > 0
    first = told[is_raised & chance(rng, REVISED_SHARE, len(told))]
    return first.assign(
        outcome=OUTCOME_OF[DECLINED],
        reason=PAY,
        granted=0,
        offered_salary=first["standard_salary"],
        extended_at=first["extended_at"] - 180,
        answered_at=first["extended_at"] - 60,
    )
