"""How both sides behave: survey, promises, roles, questions, changed briefs, disputes, and what was agreed."""

import numpy as np
import pandas as pd

from partnership.sample.agencies import FLOODING, SILENT, STEADY, Agency, numbers
from partnership.sample.clock import (
    EXPORTED_ON,
    LAST,
    MINUTES,
    NONE,
    Ints,
    day_at,
    day_number,
    last_before,
    moment,
    position,
    position_from,
)
from partnership.sample.draws import chance, pick, spread, words
from partnership.sample.moments import AGENCY, HR, LEADER, PARTIES
from partnership.sample.offered import HIRED

ITEMS = ["goals", "roles", "information", "responsiveness", "respect", "result"]
PROMISES = [
    ["answer profiles within two days", "share the interview plan", "name one contact per search", "send feedback with a reason"],
    ["check with HR before sending", "send a market note each month", "send fewer, better profiles", "call before withdrawing"],
    ["join every kickoff", "give interview feedback in two days", "free three slots a week"],
]  # fmt: skip
TASKS = ["brief", "source", "screen", "present", "schedule", "feedback", "references", "negotiate", "offer_letter", "pre_start_contact"]  # fmt: skip
OWNERS = [LEADER, AGENCY, AGENCY, AGENCY, HR, HR, AGENCY, AGENCY, HR, AGENCY]
FIELDS = ["must_have", "pay", "location", "other"]
ABOUT, SETTLED = (
    ["ownership", "date", "fee", "other"],
    ["first submission stands", "fee shared", "claim withdrawn"],
)
# What both sides agreed: metric, floor, target. For redundancy the floor is the most that is tolerated.
AGREED = [
    ("time_to_fill.filled_by_60_rate", 0.40, 0.60),
    ("meeting_rhythm.rhythm_coverage", 0.85, 0.90),
    ("redundant_submissions.redundancy_rate", 0.10, 0.05),
    ("offer_outcomes.acceptance_rate", 0.70, 0.85),
    ("feedback_latency.on_time_rate", 0.60, 0.90),
    ("retention.retained_90_rate", 0.75, 0.87),
]


def _quarters(agencies: list[Agency], first_brief: Ints) -> list[tuple[int, int]]:
    """Every quarter end that found a partnership at work: agency, day."""
    ends = (
        pd.date_range("2024-12-31", "2026-06-30", freq="QE")
        .to_numpy()
        .astype("datetime64[D]")
        .astype(np.int64)
    )
    return [
        (place, int(end))
        for place, agency in enumerate(agencies)
        for end in ends
        if 0 <= first_brief[place] < end - 30 and end <= agency.last
    ]


def pulse_rows(rng: np.random.Generator, agencies: list[Agency], first_brief: Ints) -> pd.DataFrame:
    """The table `pulse`: both sides rate each other after every quarter."""
    asked = np.array(
        [(*q, party) for q in _quarters(agencies, first_brief) for party in (HR, AGENCY, LEADER)]
    )
    asked = asked[chance(rng, np.array([0.95, 0.9, 0.4])[asked[:, 2]], len(asked))]
    place, party = np.repeat(asked[:, 0], len(ITEMS)), np.repeat(asked[:, 2], len(ITEMS))
    item = np.tile(np.arange(len(ITEMS)), len(asked))
    day = np.repeat(asked[:, 1], len(ITEMS)) + 6
    middle = numbers(agencies, "respect")[place] + np.array([0.1, 0.0, -0.1, -0.3, 0.3, 0.0])[item]
    middle = middle - np.where((party == AGENCY) & (item == 3), 0.5, 0.0)
    middle = middle - np.where((place == SILENT) & (day > day_number("2026-03-01")), 0.5, 0.0)
    score = np.clip(np.round(rng.normal(middle, 0.75)), 1, 5).astype(np.int64)
    return pd.DataFrame(
        {
            "response_id": np.arange(1, len(item) + 1),
            "agency_id": place + 1,
            "asked_on": day_at(position_from(day)),
            "respondent": words(party, PARTIES),
            "item": words(item, ITEMS),
            "score": score,
        }
    )


def commitment_rows(
    rng: np.random.Generator, agencies: list[Agency], first_brief: Ints
) -> pd.DataFrame:
    """The table `commitments`: promises of the reviews, kept, late, dropped or still running."""
    made = np.repeat(
        np.array(_quarters(agencies, first_brief)),
        rng.integers(1, 4, len(_quarters(agencies, first_brief))),
        axis=0,
    )
    count, place = len(made), made[:, 0]
    owner = pick(rng, [0.4, 0.42, 0.18], count)
    made_on = day_at(position_from(made[:, 1] + 24))
    due = day_at(position_from(made_on + rng.integers(20, 75, count)))
    keeps = np.where(
        (place == STEADY) | ((owner != AGENCY) & (place != SILENT)),
        0.72,
        np.where(place == FLOODING, 0.35, 0.55),
    )
    fate = np.where(chance(rng, keeps, count), 0, 1 + chance(rng, 0.45, count))
    closed = np.select(
        [fate == 0, fate == 1],
        [spread(rng, made_on + 5, due), due + rng.integers(2, 30, count)],
        NONE,
    )
    closed = np.where(closed < EXPORTED_ON, closed, NONE)
    text = [
        PROMISES[side][n % len(PROMISES[side])]
        for side, n in zip(owner.tolist(), rng.integers(0, 12, count).tolist(), strict=True)
    ]
    return pd.DataFrame(
        {
            "commitment_id": np.arange(1, count + 1),
            "agency_id": place + 1,
            "owner": words(owner, PARTIES),
            "made_on": made_on,
            "due_on": due,
            "closed_on": closed,
            "text": text,
        }
    )


def role_rows() -> pd.DataFrame:
    """The table `roles`: one division of labour for all, two exceptions."""
    task = [*range(len(TASKS)), TASKS.index("negotiate"), TASKS.index("schedule")]
    owner = [*OWNERS, HR, AGENCY]
    agency = [NONE] * len(TASKS) + [FLOODING + 1, STEADY + 1]
    return pd.DataFrame(
        {"task": words(task, TASKS), "owner": words(owner, PARTIES), "agency_id": agency}
    )


def target_rows() -> pd.DataFrame:
    """The table `targets`: agreed for all, and closer to the mark with the steady agency."""
    rows = [(NONE, *agreed) for agreed in AGREED]
    rows += [
        (STEADY + 1, "feedback_latency.on_time_rate", 0.70, 0.95),
        (STEADY + 1, "time_to_fill.filled_by_60_rate", 0.45, 0.65),
    ]
    told = pd.DataFrame(rows, columns=["agency_id", "metric", "floor", "target"])
    return told.assign(agreed_on=day_number("2025-01-15"), agreed_by="HR and agencies")


def request_rows(
    rng: np.random.Generator, agencies: list[Agency], briefed: pd.DataFrame, end: Ints, site: Ints
) -> pd.DataFrame:
    """The table `requests`: questions to an agency, most of them answered. `end` is each brief's last working day."""
    which = np.flatnonzero((end > briefed["ready"].to_numpy()) & chance(rng, 0.55, len(briefed)))
    asks = briefed.iloc[which]
    asked = spread(rng, asks["ready"].to_numpy(), end[which] - 1)
    slowness = numbers(agencies, "answer")[asks["agency"]]
    answered = asked + (slowness * rng.exponential(1.0, len(which))).astype(np.int64)
    is_answered = (answered <= LAST) & chance(rng, 0.94, len(which))
    asked_at = moment(rng, day_at(asked), 9 * 60, 12 * 60)
    answered_at = moment(
        rng, np.where(is_answered, day_at(np.minimum(answered, LAST)), NONE), 12 * 60 + 30, 18 * 60
    )
    search = asks["search"].to_numpy()
    return pd.DataFrame(
        {
            "agency_id": asks["agency"] + 1,
            "search": search,
            "asked_at": asked_at,
            "answered_at": answered_at,
            "zone": site[search],
        }
    ).reset_index(drop=True)


def brief_change_rows(
    rng: np.random.Generator, opened: Ints, closed: Ints, site: Ints
) -> pd.DataFrame:
    """The table `brief_changes`: a fifth of the searches ask for something else on the way."""
    until = last_before(closed)
    start = position(opened) + 6
    changed = np.flatnonzero((start < until) & chance(rng, 0.2, len(opened)))
    at = moment(
        rng, day_at(spread(rng, start[changed], np.minimum(until[changed], start[changed] + 30)))
    )
    field = words(pick(rng, [0.42, 0.3, 0.1, 0.18], len(changed)), FIELDS)
    return pd.DataFrame(
        {"search": changed, "changed_at": at, "field": field, "zone": site[changed]}
    )


def dispute_rows(
    rng: np.random.Generator, rows: pd.DataFrame, fees: Ints, currency: Ints, site: Ints
) -> pd.DataFrame:
    """The table `disputes`: who sent whom first, most often where the person was hired."""
    base = rows["copy_of"].to_numpy()
    theirs, ours = rows["agency"].to_numpy()[base], rows["agency"].to_numpy()
    is_collision = (base >= 0) & (theirs >= 0) & (theirs != ours)
    was_hired = rows["kind"].to_numpy()[base] == HIRED
    which = np.flatnonzero(is_collision & chance(rng, np.where(was_hired, 0.7, 0.05), len(rows)))
    day = rows["received"].to_numpy()[which] // MINUTES
    raised = position_from(day + 1) + rng.integers(0, 6, len(which))
    settled = raised + rng.integers(3, 40, len(which))
    is_settled = (settled <= LAST) & chance(rng, 0.8, len(which))
    fee = np.where(was_hired[which], fees[base[which]], NONE)
    told = pd.DataFrame(
        {
            "submission": which,
            "raised_by": words(pick(rng, [0.25, 0.75, 0.0], len(which)), PARTIES),
            "raised_at": moment(rng, day_at(np.minimum(raised, LAST))),
            "about": words(pick(rng, [0.62, 0.18, 0.15, 0.05], len(which)), ABOUT),
            "fee_at_stake": fee,
            "currency": np.where(fee >= 0, currency[site[which]], None),
            "settled_at": moment(
                rng, np.where(is_settled, day_at(np.minimum(settled, LAST)), NONE)
            ),
            "outcome": words(
                np.where(is_settled, pick(rng, [0.6, 0.25, 0.15], len(which)), NONE), SETTLED
            ),
            "zone": site[which],
        }
    )
    return told[raised <= LAST].reset_index(drop=True)
