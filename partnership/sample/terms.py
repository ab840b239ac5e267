"""The table `offers`: pay, terms asked and granted, who negotiated, what came of it."""

import numpy as np
import pandas as pd

from partnership.sample.clock import MINUTES, NONE, Ints, day_at, position_from
from partnership.sample.company import DEPARTMENTS, LEVEL_PAY, SITES
from partnership.sample.draws import Flags, chance, pick, pick_in_rows, words
from partnership.sample.offered import DECLINED, EXPIRED, HIRED, PENDING, RENEGED, RESCINDED

OUTCOMES = ["pending", "accepted", "declined", "expired", "rescinded"]
OUTCOME_OF = {HIRED: 1, RENEGED: 1, DECLINED: 2, EXPIRED: 3, RESCINDED: 4, PENDING: 0}
LEADS = ["agency", "hr", "business_leader", "none"]
# How often each side led where the offer was accepted, and where it was not (agency's candidates only).
LED_ACCEPTED, LED_REFUSED, LED_OWN = (
    [0.55, 0.24, 0.10, 0.11],
    [0.40, 0.33, 0.17, 0.10],
    [0.0, 0.66, 0.2, 0.14],
)
DECLINES = ["pay", "counter-offer", "other offer", "location", "too slow", "role"]
DECLINE_SHARES = [0.26, 0.16, 0.24, 0.10, 0.12, 0.12]
TERMS = ["pay", "start", "hours", "remote", "bonus", "notice", "title"]
TERM_SHARES = np.array([0.55, 0.2, 0.18, 0.32, 0.15, 0.1, 0.08])
TERM_SETS = [
    ";".join(t for bit, t in enumerate(TERMS) if number >> bit & 1) for number in range(128)
]
REVISED_SHARE = 0.08


def with_terms(rng: np.random.Generator, rows: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """The offered submissions, by row number, with pay, terms and the agreed start."""
    which = np.flatnonzero(rows["kind"] >= 0)
    offers = rows.iloc[which][
        ["search", "agency", "kind", "extended", "answered", "reneged"]
    ].reset_index(drop=True)
    offers.insert(0, "submission", which)
    accepted = offers["kind"].isin([HIRED, RENEGED]).to_numpy()
    site, department, level = (
        found[n].to_numpy()[offers["search"]] for n in ("site", "department", "level")
    )
    offers["site"], offers["department"] = site, department
    offers["led"] = _led(
        rng, offers["agency"].to_numpy() >= 0, accepted | (offers["kind"] == PENDING).to_numpy()
    )
    _add_pay(rng, offers, department, level)
    _add_terms(rng, offers, accepted)
    offers["reason"] = pick(rng, DECLINE_SHARES, len(offers))
    unknown = chance(rng, 0.14, len(offers)) | (offers["kind"] != DECLINED)
    offers["reason"] = np.where(unknown, NONE, offers["reason"])
    notice = np.array([s.notice_days for s in SITES])[site] * rng.uniform(0.4, 1.5, len(offers))
    base = np.where(offers["answered"] < 0, offers["extended"], offers["answered"]) // MINUTES
    start = base + np.maximum(notice.astype(np.int64), 7)
    start = np.maximum(start, offers["reneged"] // MINUTES + 3)
    offers["starts"] = day_at(position_from(start - (start + 3) % 7 + 7))
    return offers


def _led(rng: np.random.Generator, by_agency: Flags, went_well: Flags) -> Ints:
    weights = np.where(went_well[:, None], LED_ACCEPTED, LED_REFUSED)
    return pick_in_rows(rng, np.where(by_agency[:, None], weights, LED_OWN))


def _add_pay(rng: np.random.Generator, offers: pd.DataFrame, department: Ints, level: Ints) -> None:
    count = len(offers)
    base = np.array([d.pay for d in DEPARTMENTS])[department] * LEVEL_PAY[level]
    base = base * np.array([s.pay for s in SITES])[offers["site"]]
    standard = np.round(base / 1000) * 1000
    asked = np.round(standard * rng.normal(1.05, 0.06, count) / 500) * 500
    offers["standard"], offers["asked"] = (
        standard.astype(np.int64),
        np.maximum(asked, standard * 0.95 // 500 * 500).astype(np.int64),
    )
    estimate = np.round(asked * rng.normal(0.985, 0.03, count) / 500) * 500
    offers["expected"] = np.where(
        (offers["agency"] >= 0) & chance(rng, 0.85, count), estimate, NONE
    ).astype(np.int64)


def _add_terms(rng: np.random.Generator, offers: pd.DataFrame, accepted: Flags) -> None:
    """More than the standard is asked in half of the offers; where it was granted, more were accepted."""
    count = len(offers)
    asks = chance(rng, 0.52, count)
    wanted = asks[:, None] & (rng.random((count, len(TERMS))) < TERM_SHARES)
    granted = wanted & (rng.random((count, len(TERMS))) < np.where(accepted, 0.62, 0.34)[:, None])
    bits = 1 << np.arange(len(TERMS))
    offers["wanted"], offers["granted"] = wanted @ bits, granted @ bits
    standard, asked = offers["standard"].to_numpy(), offers["asked"].to_numpy()
    raised = (
        np.minimum(np.maximum(asked, standard * 103 // 100), standard * 112 // 100) // 500 * 500
    )
    offers["offered"] = np.where(
        granted[:, 0], raised, np.minimum(standard, np.maximum(asked, standard * 97 // 100))
    )


def offer_rows(rng: np.random.Generator, offers: pd.DataFrame) -> pd.DataFrame:
    """The table `offers`, by submission and time: a few were declined first and then improved."""
    outcome = offers["kind"].map(OUTCOME_OF)
    told = pd.DataFrame(
        {
            "submission": offers["submission"],
            "extended_at": offers["extended"],
            "outcome": outcome,
            "answered_at": offers["answered"],
            "reason": offers["reason"],
            "led": offers["led"],
            "asked_salary": offers["asked"],
            "expected_salary": offers["expected"],
            "offered_salary": offers["offered"],
            "standard_salary": offers["standard"],
            "currency": np.array([s.currency for s in SITES], dtype=object)[offers["site"]],
            "wanted": offers["wanted"],
            "granted": offers["granted"],
            "starts_on": np.where(outcome == 3, NONE, offers["starts"]),
        }
    )
    is_revised = (offers["granted"] & 1).astype(bool).to_numpy() & chance(
        rng, REVISED_SHARE * 3, len(told)
    )
    first = told[is_revised].assign(outcome=2, reason=0, granted=0)
    first["extended_at"] -= 180
    first["answered_at"] = first["extended_at"] + 100
    first["offered_salary"] = first["standard_salary"]
    both = pd.concat([first, told]).sort_values(["submission", "extended_at"], ignore_index=True)
    return both.assign(
        outcome=words(both["outcome"], OUTCOMES),
        decline_reason=words(both["reason"], DECLINES),
        negotiation_led_by=words(both["led"], LEADS),
        terms_requested=words(np.where(both["wanted"] > 0, both["wanted"], NONE), TERM_SETS),
        terms_granted=words(np.where(both["granted"] > 0, both["granted"], NONE), TERM_SETS),
    )
