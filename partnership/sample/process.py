"""The tables of a submission's way: submissions and stage events."""

import numpy as np
import pandas as pd

from partnership.sample.clock import EXPORTED_ON, MINUTES, NONE, Ints
from partnership.sample.draws import Flags, chance, pick, words
from partnership.sample.kinds import HIRED, RENEGED
from partnership.sample.moments import AGENCY, HR, LEADER, PARTIES, ended

CHANNELS = ["agency", "direct", "referral", "internal", "sourced"]
OWN_SHARES = [0.5, 0.22, 0.12, 0.16]
ADVANCED, REJECTED = range(2)
DECISIONS = ["advanced", "rejected"]
REASONS = ["skills do not match", "too little experience", "salary expectation", "location"]
REASONS += ["language", "not suitable"]
REASON_SHARES = [0.3, 0.2, 0.14, 0.08, 0.06, 0.22]
DUPLICATE, SEARCH_FILLED, SEARCH_CANCELLED = range(6, 9)
ALL_REASONS = [*REASONS, "already known to us", "search filled", "search cancelled"]
WITHDRAWALS = ["accepted elsewhere", "too slow", "personal reasons", "counter-offer"]
WITHDRAWAL_SHARES = [0.58, 0.14, 0.18, 0.1]
STAGES = ["received", "screen", "shortlist", "interview", "offer", "hired", "ended"]
RECEIVED, SCREEN, SHORTLIST, INTERVIEW, OFFER, HIRE, ENDED = range(7)


def submission_rows(
    rng: np.random.Generator, rows: pd.DataFrame, is_cancelled: Flags
) -> pd.DataFrame:
    """The table `submissions`; `is_cancelled` says whether its wave ended with a seat given up."""
    count, is_agency = len(rows), rows["agency"].to_numpy() >= 0
    closing = rows["closing_at"].to_numpy()
    is_bulk = (closing >= 0) & (rows["decided"].to_numpy() < 0)
    decided = np.where(is_bulk, closing, rows["decided"].to_numpy())
    is_rejected = (decided >= 0) & ~rows["is_advanced"].to_numpy()
    decision = np.select([is_rejected, decided >= 0], [REJECTED, ADVANCED], NONE)
    by = np.where(is_bulk | chance(rng, 0.8, count), HR, LEADER)
    withdrawn = rows["withdrawn"].to_numpy()
    left_for = np.where(withdrawn >= 0, pick(rng, WITHDRAWAL_SHARES, count), NONE)
    channel = np.where(is_agency, 0, 1 + pick(rng, OWN_SHARES, count))
    has_consent = is_agency & rows["has_consent"].to_numpy()
    consent = rows["received"].to_numpy() - rng.integers(40, 900, count)
    reason = np.where(is_rejected, _reason(rng, rows, is_bulk, is_cancelled), NONE)
    return pd.DataFrame(
        {
            "channel": words(channel, CHANNELS),
            "agency_id": np.where(is_agency, rows["agency"] + 1, NONE),
            "received_at": rows["received"],
            "consent_at": np.where(has_consent, consent, NONE),
            "decided_at": decided,
            "decision": words(decision, DECISIONS),
            "decision_reason": words(reason, ALL_REASONS),
            "decided_by": words(np.where(decided >= 0, by, NONE), PARTIES),
            "withdrawn_at": withdrawn,
            "withdrawal_reason": words(left_for, WITHDRAWALS),
        }
    )


def _reason(
    rng: np.random.Generator, rows: pd.DataFrame, is_bulk: Flags, is_cancelled: Flags
) -> Ints:
    count, is_copy = len(rows), rows["copy_of"].to_numpy() >= 0
    reason = pick(rng, REASON_SHARES, count)
    reason = np.where(is_copy & chance(rng, 0.75, count), DUPLICATE, reason)
    closing = np.where(is_cancelled, SEARCH_CANCELLED, SEARCH_FILLED)
    return np.where(is_bulk, closing, reason)


def stage_rows(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    """The table `stage_events`, by submission and time; a few go back a step."""
    count = len(rows)
    decided = np.where(rows["is_advanced"], rows["decided"], NONE)
    first, second = (_held(rows, name) for name in ("first_interview", "second_interview"))
    back = np.where((second >= 0) & chance(rng, 0.08, count), first + 20 * 60, NONE)
    shortlist = np.where((first >= 0) & chance(rng, 0.6, count), decided + 45, NONE)
    is_accepted = np.isin(rows["kind"], [HIRED, RENEGED])
    end, end_by = ended(rows)
    events: list[tuple[int, Ints, Ints | int]] = [
        (RECEIVED, rows["received"].to_numpy(), np.where(rows["agency"] >= 0, AGENCY, HR)),
        (SCREEN, decided, HR),
        (SHORTLIST, shortlist, LEADER),
        (INTERVIEW, first, HR),
        (SCREEN, back, HR),
        (INTERVIEW, np.where(back >= 0, second, NONE), HR),
        (OFFER, rows["extended"].to_numpy(), HR),
        (HIRE, np.where(is_accepted, rows["answered"], NONE), HR),
        (ENDED, end, end_by),
    ]
    told = pd.DataFrame({"submission": np.tile(np.arange(count), len(events))})
    told["stage"] = np.repeat([stage for stage, _, _ in events], count)
    told["entered_at"] = np.concatenate([at for _, at, _ in events])
    told["actor"] = np.concatenate([np.full(count, by) for _, _, by in events])
    told = told[told["entered_at"] >= 0]
    told = told.sort_values(["submission", "entered_at", "stage"], ignore_index=True)
    return told.assign(stage=words(told["stage"], STAGES), actor=words(told["actor"], PARTIES))


def _held(rows: pd.DataFrame, name: str) -> Ints:
    """When an interview took place; NONE where it is still a plan or the way ended before."""
    at, (end, _) = rows[name].to_numpy(), ended(rows)
    is_held = (at >= 0) & (at < EXPORTED_ON * MINUTES) & ((end < 0) | (at < end))
    return np.where(is_held, at, NONE)
