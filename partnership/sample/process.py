"""The tables of a submission's way: submissions, stage events, interviews."""

import numpy as np
import pandas as pd

from partnership.sample.clock import EXPORTED_ON, MINUTES, NONE, Ints, day_at, moment, position
from partnership.sample.company import SLOW
from partnership.sample.draws import chance, pick, words
from partnership.sample.moments import AGENCY, HR, LEADER, PARTIES, ended
from partnership.sample.offered import HIRED, RENEGED

CHANNELS = ["agency", "direct", "referral", "internal", "sourced"]
ADVANCED, REJECTED = range(2)
DECISIONS = ["advanced", "rejected"]
REASONS = [
    "skills do not match",
    "too little experience",
    "salary expectation",
    "location",
    "language",
    "not suitable",
]
REASONS += ["already known to us", "search filled", "search cancelled"]
DUPLICATE, FILLED_REASON, CANCELLED_REASON = 6, 7, 8
WITHDRAWALS = ["accepted elsewhere", "too slow", "personal reasons", "counter-offer"]
STAGES = ["received", "screen", "shortlist", "interview", "offer", "hired", "ended"]
RECEIVED, SCREEN, SHORTLIST, INTERVIEW, OFFER, HIRE, ENDED = range(7)
STATUSES = ["scheduled", "held", "cancelled", "no_show"]
SCHEDULED, HELD, CANCELLED, NO_SHOW = range(4)
ADVICE = ["strong yes", "yes", "no"]
EXPORTED = EXPORTED_ON * MINUTES


def submission_rows(
    rng: np.random.Generator, rows: pd.DataFrame, is_cancelled: Ints
) -> pd.DataFrame:
    """The table `submissions`; `is_cancelled` says whether each one's wave ended without a hire."""
    count, is_agency = len(rows), rows["agency"].to_numpy() >= 0
    closing = rows["closing_at"].to_numpy()
    is_bulk = (closing >= 0) & (rows["decided"].to_numpy() < 0)
    decided = np.where(is_bulk, closing, rows["decided"].to_numpy())
    is_decided, advanced = decided >= 0, rows["is_advanced"].to_numpy()
    rejected = is_decided & ~advanced
    reason = pick(rng, [0.3, 0.2, 0.14, 0.08, 0.06, 0.22], count)
    reason = np.where((rows["copy_of"] >= 0) & chance(rng, 0.75, count), DUPLICATE, reason)
    reason = np.where(is_bulk, np.where(is_cancelled, CANCELLED_REASON, FILLED_REASON), reason)
    by = np.where(is_bulk | chance(rng, 0.8, count), HR, LEADER)
    withdrawn = rows["withdrawn"].to_numpy()
    channel = np.where(is_agency, 0, 1 + pick(rng, [0.5, 0.22, 0.12, 0.16], count))
    consent = np.where(
        is_agency & rows["has_consent"], rows["received"] - rng.integers(40, 900, count), NONE
    )
    return pd.DataFrame(
        {
            "search": rows["search"],
            "candidate": rows["candidate"],
            "channel": words(channel, CHANNELS),
            "agency_id": np.where(is_agency, rows["agency"] + 1, NONE),
            "received_at": rows["received"],
            "consent_at": consent,
            "decided_at": decided,
            "decision": words(
                np.select([rejected, is_decided], [REJECTED, ADVANCED], NONE), DECISIONS
            ),
            "decision_reason": words(np.where(rejected, reason, NONE), REASONS),
            "decided_by": words(np.where(is_decided, by, NONE), PARTIES),
            "withdrawn_at": withdrawn,
            "withdrawal_reason": words(
                np.where(withdrawn >= 0, pick(rng, [0.58, 0.14, 0.18, 0.1], count), NONE),
                WITHDRAWALS,
            ),
        }
    )


def stage_rows(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    """The table `stage_events`, by submission and time; a few go back a step."""
    submission, count = np.arange(len(rows)), len(rows)
    advanced = rows["is_advanced"].to_numpy()
    decided = np.where(advanced, rows["decided"], NONE)
    first, second = (
        _held(rows[name].to_numpy(), rows) for name in ("first_interview", "second_interview")
    )
    back = np.where((second >= 0) & chance(rng, 0.08, count), first + 60 * 20, NONE)
    shortlist = np.where((first >= 0) & chance(rng, 0.6, count), decided + 45, NONE)
    hired = np.where(np.isin(rows["kind"], [HIRED, RENEGED]), rows["answered"], NONE)
    end, end_by = ended(rows)
    from_agency = np.where(rows["agency"] >= 0, AGENCY, HR)
    events = [
        (RECEIVED, rows["received"], from_agency),
        (SCREEN, decided, HR),
        (SHORTLIST, shortlist, LEADER),
        (INTERVIEW, first, HR),
        (SCREEN, back, HR),
        (INTERVIEW, np.where(back >= 0, second, NONE), HR),
        (OFFER, rows["extended"], HR),
        (HIRE, hired, HR),
        (ENDED, end, end_by),
    ]
    told = pd.DataFrame(
        {
            "submission": np.tile(submission, len(events)),
            "stage": np.repeat([stage for stage, _, _ in events], count),
            "entered_at": np.concatenate([np.asarray(at) for _, at, _ in events]),
            "actor": np.concatenate([np.broadcast_to(by, count) for _, _, by in events]),
        }
    )
    told = told[told["entered_at"] >= 0].sort_values(
        ["submission", "entered_at", "stage"], ignore_index=True
    )
    return told.assign(stage=words(told["stage"], STAGES), actor=words(told["actor"], PARTIES))


def _held(at: Ints, rows: pd.DataFrame) -> Ints:
    end, _ = ended(rows)
    is_held = (at >= 0) & (at < EXPORTED) & ((end < 0) | (at < end))
    return np.where(is_held, at, NONE)


def interview_rows(rng: np.random.Generator, rows: pd.DataFrame, department: Ints) -> pd.DataFrame:
    """The table `interviews`: two rounds, some first attempts that were cancelled or nobody came to."""
    first, second = rows["first_interview"].to_numpy(), rows["second_interview"].to_numpy()
    invited = rows["decided"].to_numpy() + 30
    one = _round(rng, rows, department, 1, invited, first)
    two = _round(rng, rows, department, 2, first + 90, second)
    again = one[(one["status"] == HELD) & chance(rng, 0.06, len(one))]
    missed = again.assign(
        scheduled_for=again["scheduled_for"] - MINUTES, ended_at=NONE, feedback_at=NONE, advice=NONE
    )
    missed["status"] = CANCELLED + chance(rng, 0.4, len(missed))
    missed = missed[missed["scheduled_for"] > missed["invited_at"] + 120]
    told = pd.concat([one, two, missed]).sort_values(
        ["submission", "scheduled_for"], ignore_index=True
    )
    told["recommendation"] = words(told["advice"], ADVICE)
    return told.assign(status=words(told["status"], STATUSES)).drop(columns="advice")


def _round(
    rng: np.random.Generator,
    rows: pd.DataFrame,
    department: Ints,
    number: int,
    invited: Ints,
    at: Ints,
) -> pd.DataFrame:
    which = np.flatnonzero(at >= 0)
    count, at = len(which), at[which]
    end, _ = (values[which] for values in ended(rows))
    status = np.select([(end >= 0) & (at >= end), at >= EXPORTED], [CANCELLED, SCHEDULED], HELD)
    over = np.where(status == HELD, at + rng.integers(40, 75, count), NONE)
    follows = rows[["second_interview", "extended"]].to_numpy()[which, number - 1]
    follows = np.where((number == 1) & (follows < 0), rows["extended"].to_numpy()[which], follows)
    slow = np.where(department[which] == SLOW, 3, 1)
    days = (rng.exponential(1.6, count) * slow).astype(np.int64)
    feedback = moment(rng, day_at(np.where(over < 0, NONE, position(over // MINUTES) + days)))
    feedback = np.where(feedback <= over, over + rng.integers(15, 120, count), feedback)
    for bound in (follows, end):
        feedback = np.where((bound >= 0) & (feedback >= bound), over + 15, feedback)
    feedback = np.where(
        (status == HELD) & (feedback < EXPORTED) & chance(rng, 0.9, count), feedback, NONE
    )
    went_on = follows >= 0
    advice = np.where(went_on, chance(rng, 0.6, count), 1 + chance(rng, 0.75, count))
    return pd.DataFrame(
        {
            "submission": which,
            "round": number,
            "invited_at": invited[which],
            "scheduled_for": at,
            "ended_at": over,
            "status": status,
            "feedback_at": feedback,
            "advice": np.where(feedback >= 0, advice, NONE),
        }
    )
