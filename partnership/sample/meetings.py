"""Kickoffs of searches, and each partnership's regular contact: held, missed, silent, planned."""

import numpy as np
import pandas as pd

from partnership.sample.briefing import ALL_THREE, WITHOUT_LEADER
from partnership.sample.characters import SILENT, SILENT_SINCE, TINY, Agency
from partnership.sample.clock import EXPORTED_ON, NONE, Ints, day_at, moment, position_from
from partnership.sample.draws import chance, pick, words

KICKOFF, CHECK_IN, REVIEW, OTHER = range(4)
KINDS = ["kickoff", "check_in", "quarterly_review", "other"]
SCHEDULED, HELD, CANCELLED, NO_SHOW = range(4)
STATUSES = ["scheduled", "held", "cancelled", "no_show"]
FORMALITIES = ["formal", "informal"]
KICKOFF_TOPICS = ["priorities;market", "priorities"]
REVIEW_TOPICS = ["pipeline;market;feedback;offers"]
TALK_TOPICS = ["", "pipeline;feedback", "pipeline", "market;pipeline", "feedback;offers", "market"]
TOPICS = [*KICKOFF_TOPICS, *REVIEW_TOPICS, *TALK_TOPICS]
OTHER_SHARE, INFORMAL_SHARE, GAP_SPREAD = 0.18, 0.38, 0.32
# From this pace on, the latest contact too is overdue.
NEGLECTED = 2.5
LATE_BUT_ALL_SHARE, LEADER_IN_REVIEW_SHARE = 0.6, 0.6


def kickoff_meetings(rng: np.random.Generator, briefed: pd.DataFrame, site: Ints) -> pd.DataFrame:
    """The kickoffs of a block's briefs; `leader` says whether the business leader came."""
    held = briefed[briefed["kickoff"] >= 0].reset_index(drop=True)
    kind = held["kickoff_kind"].to_numpy()
    is_late_but_all = (kind != WITHOUT_LEADER) & chance(rng, LATE_BUT_ALL_SHARE, len(held))
    topics = rng.integers(0, len(KICKOFF_TOPICS), len(held))
    told = held[["agency", "search"]].assign(kind=KICKOFF, informal=0, status=HELD, topics=topics)
    return told.assign(
        zone=site[held["search"]],
        starts=held["kickoff"] // 15 * 15,
        leader=((kind == ALL_THREE) | is_late_but_all).astype(np.int64),
    )


def regular_meetings(
    rng: np.random.Generator, agencies: list[Agency], first_brief: Ints
) -> pd.DataFrame:
    """Check-ins, reviews and coffees of every partnership that was ever briefed (on that day)."""
    told = [
        _contact(rng, place, agency, int(first_brief[place]))
        for place, agency in enumerate(agencies)
        if first_brief[place] >= 0
    ]
    return pd.concat(told, ignore_index=True)


def _contact(rng: np.random.Generator, place: int, agency: Agency, first: int) -> pd.DataFrame:
    until = SILENT_SINCE if place == SILENT else min(agency.last, EXPORTED_ON - 1)
    talks = _talks(rng, agency, first, until)
    reviews = _reviews(rng, place, first, until)
    rows = pd.concat([reviews, _fixed(rng, place, agency, first), talks], ignore_index=True)
    rows = rows.drop_duplicates("day").sort_values("day", ignore_index=True)
    is_review, count = (rows["kind"] == REVIEW).to_numpy(), len(rows)
    talk_topics = rng.integers(0, len(TALK_TOPICS), count) + len(TOPICS) - len(TALK_TOPICS)
    leader = chance(rng, LEADER_IN_REVIEW_SHARE, count).astype(np.int64)
    return rows.drop(columns="day").assign(
        agency=place,
        search=NONE,
        zone=0,
        starts=moment(rng, rows["day"].to_numpy(), 9 * 60, 16 * 60) // 15 * 15,
        topics=np.where(is_review, TOPICS.index(REVIEW_TOPICS[0]), talk_topics),
        leader=np.where(is_review, leader, NONE),
    )


def _talks(rng: np.random.Generator, agency: Agency, first: int, until: int) -> pd.DataFrame:
    """Check-ins and coffees at the partnership's own pace; some are missed, which makes a gap."""
    middle = agency.interval * agency.rhythm
    most = int((until - first) / middle * 2) + 10
    gaps = np.maximum(middle * np.exp(rng.normal(0, GAP_SPREAD, most)), 2)
    days = first + np.cumsum(gaps).astype(np.int64)
    days = days[days < until - 1]
    count = len(days)
    kind = np.where(chance(rng, OTHER_SHARE, count), OTHER, CHECK_IN)
    is_informal = (kind == OTHER) | chance(rng, INFORMAL_SHARE, count)
    missed = pick(rng, [0, 0, 0.7, 0.3], count)
    status = np.where(chance(rng, agency.missed, count), missed, HELD)
    told = {"day": day_at(position_from(days)), "kind": kind, "status": status}
    return pd.DataFrame(told | {"informal": is_informal.astype(np.int64)})


def _reviews(rng: np.random.Generator, place: int, first: int, until: int) -> pd.DataFrame:
    """One review in the weeks after each quarter; a rare one with the tiny agency."""
    starts = pd.date_range("2024-10-01", "2026-07-01", freq="QS").to_numpy()
    days = starts.astype("datetime64[D]").astype(np.int64) + rng.integers(14, 26, len(starts))
    days = day_at(position_from(days))
    is_due = (place != TINY) | (np.arange(len(days)) % 3 == 0)
    days = days[(days > first + 20) & (days < until) & is_due]
    return pd.DataFrame({"day": days, "kind": REVIEW, "status": HELD, "informal": 0})


def _fixed(rng: np.random.Generator, place: int, agency: Agency, first: int) -> pd.DataFrame:
    """The latest contact and what is planned, so that the one long silence stands out."""
    if agency.last < EXPORTED_ON:
        return pd.DataFrame(columns=["day", "status", "kind", "informal"], dtype=np.int64)
    ago = agency.interval + (8 if agency.rhythm >= NEGLECTED else -2)
    days = EXPORTED_ON + np.array([rng.integers(0, 5) - ago, rng.integers(2, 13)])
    latest, planned = day_at(position_from(days)).tolist()
    rows = [(planned, SCHEDULED)]
    if place == SILENT:
        rows += [(SILENT_SINCE, HELD), (SILENT_SINCE + 14, CANCELLED)]
    elif latest > first:
        rows.append((latest, HELD))
    told = pd.DataFrame(rows, columns=["day", "status"])
    return told.assign(kind=CHECK_IN, informal=0)


def meeting_rows(meetings: pd.DataFrame) -> pd.DataFrame:
    """The table `meetings`, without ids."""
    is_blank = meetings["topics"] == TOPICS.index("")
    return pd.DataFrame(
        {
            "agency_id": meetings["agency"] + 1,
            "kind": words(meetings["kind"], KINDS),
            "formality": words(meetings["informal"], FORMALITIES),
            "starts_at": meetings["starts"],
            "status": words(meetings["status"], STATUSES),
            "topics": words(np.where(is_blank, NONE, meetings["topics"]), TOPICS),
            "zone": meetings["zone"],
        }
    )
