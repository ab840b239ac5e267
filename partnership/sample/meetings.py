"""Kickoffs of searches, and each partnership's regular contact: held, missed, silent, planned."""

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.agencies import SILENT, SILENT_SINCE, TINY, Agency, domain
from partnership.sample.briefing import ALL_THREE, WITHOUT_LEADER
from partnership.sample.clock import EXPORTED_ON, NONE, Ints, day_at, position_from
from partnership.sample.company import CLIENT_DOMAIN
from partnership.sample.draws import Flags, chance, pick, words
from partnership.sample.moments import PARTIES

KICKOFF, CHECK_IN, REVIEW, OTHER = range(4)
KINDS = ["kickoff", "check_in", "quarterly_review", "other"]
SCHEDULED, HELD, CANCELLED, NO_SHOW = range(4)
STATUSES = ["scheduled", "held", "cancelled", "no_show"]
FORMALITIES = ["formal", "informal"]
TOPICS = [
    "",
    "priorities;market",
    "priorities",
    "pipeline;feedback",
    "pipeline",
    "market;pipeline",
    "feedback;offers",
]
TOPICS += ["pipeline;market;feedback;offers", "market"]
KICKOFF_TOPICS, REVIEW_TOPIC, TALK_TOPICS = (1, 3), 7, (0, 3, 4, 5, 6, 8)


def kickoff_meetings(rng: np.random.Generator, briefed: pd.DataFrame, site: Ints) -> pd.DataFrame:
    """The kickoffs of a block's briefs; `search` is the row number of the search."""
    held = briefed[briefed["kickoff_place"] >= 0].reset_index(drop=True)
    kind = held["kickoff_kind"].to_numpy()
    late_but_all = (kind != WITHOUT_LEADER) & chance(rng, 0.6, len(held))
    came = (kind == ALL_THREE) | late_but_all
    return pd.DataFrame(
        {
            "agency": held["agency"],
            "search": held["search"],
            "zone": site[held["search"]],
            "kind": KICKOFF,
            "informal": 0,
            "starts": held["kickoff"] // 15 * 15,
            "status": HELD,
            "topics": rng.integers(*KICKOFF_TOPICS, len(held)),
            "leader": np.where(came, 1, 0),
        }
    )


def regular_meetings(
    rng: np.random.Generator, agencies: list[Agency], first_brief: Ints
) -> pd.DataFrame:
    """Check-ins, reviews and coffees of every partnership that was ever briefed (`first_brief` in days)."""
    told = [
        _contact(rng, place, agency, int(first))
        for place, (agency, first) in enumerate(zip(agencies, first_brief.tolist(), strict=True))
        if first >= 0
    ]
    return pd.concat(told, ignore_index=True)


def _contact(rng: np.random.Generator, place: int, agency: Agency, first: int) -> pd.DataFrame:
    until = SILENT_SINCE if place == SILENT else min(agency.last, EXPORTED_ON - 1)
    middle = agency.interval * agency.rhythm
    most = max(int((until - first) / max(middle * 0.5, 1)) + 5, 5)
    days = first + np.cumsum(np.maximum(middle * np.exp(rng.normal(0, 0.32, most)), 2)).astype(
        np.int64
    )
    days = days[days < until - 1]
    kind = pick(rng, [0.0, 0.82, 0.0, 0.18], len(days))
    informal = np.where(kind == OTHER, 1, chance(rng, 0.38, len(days)))
    status = np.where(chance(rng, 0.08, len(days)), pick(rng, [0, 0, 0.7, 0.3], len(days)), HELD)
    rows = pd.DataFrame(
        {"day": day_at(position_from(days)), "kind": kind, "informal": informal, "status": status}
    )
    rows = pd.concat(
        [rows, _reviews(rng, place, first, until), _planned(rng, place, agency)], ignore_index=True
    )
    rows = rows.drop_duplicates("day").sort_values("day", ignore_index=True)
    rows["topics"] = np.where(
        rows["kind"] == REVIEW, REVIEW_TOPIC, np.array(TALK_TOPICS)[pick(rng, [1] * 6, len(rows))]
    )
    rows["starts"] = clock.moment(rng, rows["day"].to_numpy(), 9 * 60, 16 * 60) // 15 * 15
    rows["leader"] = np.where(rows["kind"] == REVIEW, chance(rng, 0.6, len(rows)), NONE)
    return rows.assign(agency=place, search=NONE, zone=0).drop(columns="day")


def _reviews(rng: np.random.Generator, place: int, first: int, until: int) -> pd.DataFrame:
    """One review in the third or fourth week after each quarter."""
    starts = (
        pd.date_range("2024-10-01", "2026-07-01", freq="QS")
        .to_numpy()
        .astype("datetime64[D]")
        .astype(np.int64)
    )
    days = day_at(position_from(starts + rng.integers(14, 26, len(starts))))
    held = (
        (days > first + 20) & (days < until) & ((place != TINY) | (np.arange(len(days)) % 3 == 0))
    )
    return pd.DataFrame({"day": days[held], "kind": REVIEW, "informal": 0, "status": HELD})


def _planned(rng: np.random.Generator, place: int, agency: Agency) -> pd.DataFrame:
    """What is in the calendar for after the export; the silent partnership's last contact and its missed one."""
    if agency.last < EXPORTED_ON:
        return pd.DataFrame({"day": [], "kind": [], "informal": [], "status": []}, dtype=np.int64)
    next_day = int(day_at(position_from(np.array([EXPORTED_ON + 1 + int(rng.integers(1, 12))])))[0])
    rows = [(next_day, CHECK_IN, 0, SCHEDULED)]
    if place == SILENT:
        rows += [(SILENT_SINCE, CHECK_IN, 0, HELD), (SILENT_SINCE + 14, CHECK_IN, 0, CANCELLED)]
    return pd.DataFrame(rows, columns=["day", "kind", "informal", "status"])


def meeting_rows(meetings: pd.DataFrame) -> pd.DataFrame:
    """The table `meetings`, without ids."""
    return pd.DataFrame(
        {
            "agency_id": meetings["agency"] + 1,
            "kind": words(meetings["kind"], KINDS),
            "formality": words(meetings["informal"], FORMALITIES),
            "starts_at": meetings["starts"],
            "status": words(meetings["status"], STATUSES),
            "topics": words(np.where(meetings["topics"] == 0, NONE, meetings["topics"]), TOPICS),
            "zone": meetings["zone"],
        }
    )


def attendee_rows(
    rng: np.random.Generator, agencies: list[Agency], meetings: pd.DataFrame
) -> pd.DataFrame:
    """The table `meeting_attendees`: who was expected and who came, by position of the meeting."""
    count, held = len(meetings), (meetings["status"] == HELD).to_numpy()
    leader = meetings["leader"].to_numpy()
    told = []
    for party, came in enumerate((held, held, held & (leader == 1))):
        which = np.flatnonzero(leader >= 0) if party == 2 else np.arange(count)
        told.append(pd.DataFrame({"meeting": which, "party": party, "attended": came[which]}))
    rows = pd.concat(told).sort_values(["meeting", "party"], ignore_index=True)
    is_kickoff = meetings["kind"].to_numpy()[rows["meeting"]] == KICKOFF
    missed: Flags = ~is_kickoff & (rows["party"] < 2).to_numpy() & chance(rng, 0.02, len(rows))
    rows["attended"] &= ~missed
    boxes = np.array([f"team@{domain(agency)}" for agency in agencies], dtype=object)
    theirs = boxes[meetings["agency"].to_numpy()[rows["meeting"]]]
    ours = np.array([f"hr@{CLIENT_DOMAIN}", "", f"lead@{CLIENT_DOMAIN}"], dtype=object)[
        rows["party"]
    ]
    rows["email"] = np.where(rows["party"] == 1, theirs, ours)
    return rows.assign(party=words(rows["party"], PARTIES))
