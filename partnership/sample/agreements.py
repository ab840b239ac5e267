"""What both sides agree and how they rate each other: survey, promises, roles, targets."""

import numpy as np
import pandas as pd

from partnership.sample.agencies import numbers
from partnership.sample.characters import FLOODING, SILENT, STEADY, Agency
from partnership.sample.clock import EXPORTED_ON, NONE, Ints, day_at, day_number, position_from
from partnership.sample.draws import Floats, chance, pick, spread, words
from partnership.sample.moments import AGENCY, HR, LEADER, PARTIES

ITEMS = ["goals", "roles", "information", "responsiveness", "respect", "result"]
# Which items are usually rated higher or lower than the partnership as a whole.
ITEM_SHIFTS = np.array([0.1, 0.0, -0.1, -0.3, 0.3, 0.0])
RESPONSE_SHARES = {HR: 0.95, AGENCY: 0.9, LEADER: 0.4}
PROMISES = {
    HR: [
        "answer profiles within two days",
        "share the interview plan",
        "name one contact per search",
        "send feedback with a reason",
    ],
    AGENCY: [
        "check with HR before sending",
        "send a market note each month",
        "send fewer, better profiles",
        "call before withdrawing",
    ],
    LEADER: [
        "join every kickoff",
        "give interview feedback in two days",
        "free three slots a week",
    ],
}
ROLES = {
    "brief": LEADER,
    "source": AGENCY,
    "screen": AGENCY,
    "present": AGENCY,
    "schedule": HR,
    "feedback": HR,
    "references": AGENCY,
    "negotiate": AGENCY,
    "offer_letter": HR,
    "pre_start_contact": AGENCY,
}
# Metric, floor, target. For redundancy the floor is the most that is tolerated. How soon HR invites
# to an interview is what nobody has agreed on yet.
AGREED = [
    ("time_to_fill.filled_by_60_rate", 0.40, 0.60),
    ("meeting_rhythm.rhythm_coverage", 0.85, 0.90),
    ("redundant_submissions.redundancy_rate", 0.10, 0.05),
    ("offer_outcomes.acceptance_rate", 0.70, 0.85),
    ("feedback_latency.on_time_rate", 0.60, 0.90),
    ("retention.retained_90_rate", 0.75, 0.87),
    ("kickoff_coverage.tri_party_rate", 0.50, 0.85),
    ("goal_alignment.aligned_rate", 0.60, 0.90),
    ("interview_feedback.on_time_rate", 0.50, 0.90),
    ("offer_turnaround.on_time_rate", 0.50, 0.90),
    ("rejections_with_reason.reason_rate", 0.50, 0.95),
    ("role_adherence.hr_rate", 0.70, 0.95),
    ("role_adherence.agency_rate", 0.70, 0.95),
    ("redundant_submissions.known_here_rate", 0.05, 0.01),
    ("redundant_submissions.by_agency_rate", 0.10, 0.04),
    ("pulse.of_hr_rate", 0.40, 0.80),
    ("pulse.of_agency_rate", 0.40, 0.80),
    ("first_candidate.on_time_rate", 0.50, 0.80),
    ("request_replies.on_time_rate", 0.60, 0.90),
    ("market_information.market_rate", 0.20, 0.70),
    ("consent_coverage.consent_rate", 0.80, 0.98),
    ("pay_expectation.within_5_rate", 0.50, 0.80),
]
AGREED_WITH_STEADY = [
    ("feedback_latency.on_time_rate", 0.70, 0.95),
    ("time_to_fill.filled_by_60_rate", 0.45, 0.65),
]


def worked_quarters(agencies: list[Agency], first_brief: Ints) -> pd.DataFrame:
    """Every quarter's end that found a partnership at work: agency, day."""
    ends = pd.date_range("2024-12-31", "2026-06-30", freq="QE").to_numpy()
    days = ends.astype("datetime64[D]").astype(np.int64)
    place, day = np.repeat(np.arange(len(agencies)), len(days)), np.tile(days, len(agencies))
    last, first = numbers(agencies, "last")[place], first_brief[place]
    found = pd.DataFrame({"agency": place, "day": day})
    return found[(first >= 0) & (first < day - 30) & (day <= last)].reset_index(drop=True)


def pulse_rows(
    rng: np.random.Generator, agencies: list[Agency], quarters: pd.DataFrame
) -> pd.DataFrame:
    """The table `pulse`: both sides rate each other after every quarter."""
    parties = pd.DataFrame({"party": list(RESPONSE_SHARES)})
    asked = quarters.merge(parties, how="cross")
    asked = asked[chance(rng, asked["party"].map(RESPONSE_SHARES).to_numpy(), len(asked))]
    told = asked.merge(pd.DataFrame({"item": np.arange(len(ITEMS))}), how="cross")
    score = np.round(rng.normal(_middle_score(agencies, told), 0.75))
    return pd.DataFrame(
        {
            "response_id": np.arange(1, len(told) + 1),
            "agency_id": told["agency"] + 1,
            "asked_on": day_at(position_from(told["day"].to_numpy() + 6)),
            "respondent": words(told["party"], PARTIES),
            "item": words(told["item"], ITEMS),
            "score": np.clip(score, 1, 5).astype(np.int64),
        }
    )


def _middle_score(agencies: list[Agency], told: pd.DataFrame) -> Floats:
    agency, item = told["agency"].to_numpy(), told["item"].to_numpy()
    middle = numbers(agencies, "respect")[agency] + ITEM_SHIFTS[item]
    waits_for_hr = (told["party"] == AGENCY) & (told["item"] == ITEMS.index("responsiveness"))
    is_silent = (agency == SILENT) & (told["day"] > day_number("2026-03-01"))
    return np.asarray(middle - 0.5 * waits_for_hr - 0.5 * is_silent)


def commitment_rows(rng: np.random.Generator, quarters: pd.DataFrame) -> pd.DataFrame:
    """The table `commitments`: promises of the reviews, kept, late, dropped or still running."""
    made = quarters.loc[quarters.index.repeat(rng.integers(1, 4, len(quarters)))]
    count, agency = len(made), made["agency"].to_numpy()
    owner = pick(rng, [0.4, 0.42, 0.18], count)
    made_on = day_at(position_from(made["day"].to_numpy() + 24))
    due = day_at(position_from(made_on + rng.integers(20, 75, count)))
    is_reliable = (agency == STEADY) | ((owner != AGENCY) & (agency != SILENT))
    keeps = np.select([is_reliable, agency == FLOODING], [0.72, 0.35], 0.55)
    is_kept, is_late = chance(rng, keeps, count), chance(rng, 0.55, count)
    in_time, late = spread(rng, made_on + 5, due), due + rng.integers(2, 30, count)
    closed = np.select([is_kept, is_late], [in_time, late], NONE)
    promise = zip(owner.tolist(), rng.integers(0, 12, count).tolist(), strict=True)
    # Of those that nobody did, the two sides give up some: the next review says so.
    given_up = due + rng.integers(5, 40, count)
    is_dropped = chance(rng, 0.4, count) & (closed == NONE) & (given_up < EXPORTED_ON)
    return pd.DataFrame(
        {
            "commitment_id": np.arange(1, count + 1),
            "agency_id": agency + 1,
            "owner": words(owner, PARTIES),
            "made_on": made_on,
            "due_on": due,
            "closed_on": np.where(closed < EXPORTED_ON, closed, NONE),
            "dropped_on": np.where(is_dropped, given_up, NONE),
            "text": [PROMISES[side][number % len(PROMISES[side])] for side, number in promise],
        }
    )


def role_rows() -> pd.DataFrame:
    """The table `roles`: one division of labour for all, two exceptions."""
    rows = [(task, owner, NONE) for task, owner in ROLES.items()]
    rows += [("negotiate", HR, FLOODING + 1), ("schedule", AGENCY, STEADY + 1)]
    told = pd.DataFrame(rows, columns=["task", "owner", "agency_id"])
    return told.assign(owner=words(told["owner"], PARTIES))


def target_rows() -> pd.DataFrame:
    """The table `targets`: agreed for all, and closer to the mark with the steady agency."""
    rows = [(NONE, *agreed) for agreed in AGREED]
    rows += [(STEADY + 1, *agreed) for agreed in AGREED_WITH_STEADY]
    told = pd.DataFrame(rows, columns=["agency_id", "metric", "floor", "target"])
    return told.assign(agreed_on=day_number("2025-01-15"), agreed_by="HR and agencies")
