"""The synthetic export: the same bytes from the same seed, no contradictions, every story."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from partnership.errors import PartnershipError
from partnership.sample import write_sample
from partnership.sample.company import SITES
from partnership.sample.names import NOWHERE, PHONES
from partnership.sample.persons import Persons

ROOT = Path(__file__).parents[1]
COMMITTED = ROOT / "data" / "sample"
CANONICAL = tomllib.loads((ROOT / "queries" / "staging" / "canonical.toml").read_text("utf-8"))
EXPORTED_AT = pd.Timestamp("2026-09-30T18:00:00Z")
Tables = dict[str, pd.DataFrame]


def read(folder: Path) -> Tables:
    """Every file of a sample, all cells text, empty cells missing."""
    return {
        file.stem: pd.read_csv(file, dtype=str, keep_default_na=False, na_values=[""])
        for file in sorted(folder.glob("*.csv"))
    }


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read(COMMITTED)


def at(column: pd.Series) -> pd.Series:
    return pd.to_datetime(column, utc=True, format="ISO8601")


def local_day(column: pd.Series) -> pd.Series:
    return column.str.slice(0, 10)


def kinds(table: str) -> dict[str, str]:
    return {name: kind.rstrip("!") for name, kind in CANONICAL[table]["columns"].items()}


def joined(tables: Tables) -> pd.DataFrame:
    """Submissions with their search and, where there is one, their last offer and placement."""
    offers = tables["offers"].assign(extended=at(tables["offers"]["extended_at"]))
    offers = offers.sort_values("extended").drop_duplicates("submission_id", keep="last")
    rows = tables["submissions"].merge(tables["searches"], on="search_id", validate="m:1")
    rows = rows.merge(
        offers.drop(columns="offer_id"), on="submission_id", how="left", validate="1:1"
    )
    return rows.merge(
        tables["placements"].drop(columns=["placement_id", "currency"]),
        on="submission_id",
        how="left",
        validate="1:1",
    )


# The same bytes


def test_committed_sample_is_what_the_generator_writes(tmp_path: Path) -> None:
    write_sample(tmp_path)
    written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert written == {file.name: file.read_bytes() for file in COMMITTED.glob("*.csv")}


def test_another_seed_is_another_sample(tmp_path: Path) -> None:
    for folder, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_sample(tmp_path / folder, submissions=300, seed=seed)
    a, b, c = ((tmp_path / f / "submissions.csv").read_bytes() for f in "abc")
    assert a == b
    assert a != c


def test_committed_sample_is_small() -> None:
    assert sum(file.stat().st_size for file in COMMITTED.glob("*.csv")) < 2_500_000


def test_too_few_submissions_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PartnershipError, match="at least 100"):
        write_sample(tmp_path, submissions=99)


def test_progress_ends_at_one(tmp_path: Path) -> None:
    told: list[float] = []
    write_sample(tmp_path, submissions=200, progress=lambda _label, fraction: told.append(fraction))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_phones_stay_fictitious_and_apart_however_many_people_there_are() -> None:
    spelled: list[tuple[str, str]] = []
    for before in (0, 1_000_000):
        site = np.arange(30_000) % len(SITES)
        people = Persons(np.random.default_rng(5), site, before)
        # Shared phones apart, which are wanted.
        people.phone_number = people.number
        spelled += zip(*people.phones(np.arange(len(site))), strict=True)
    last_nine = [national[-9:] for _, national in spelled]
    assert len(set(spelled)) == len(spelled)
    assert len(set(last_nine)) == len(last_nine)
    allowed = {(code, area) for code, _, areas in PHONES.values() for area in areas}
    assert all(
        code == NOWHERE or any(code == c and national.startswith(a) for c, a in allowed)
        for code, national in spelled
    )
    assert all(code == NOWHERE for code, _ in spelled[30_000:])


# Integrity. A large sample is made in blocks; it has to hold there too.


@pytest.fixture(scope="module", params=["committed", "small", "blocks"])
def any_tables(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    if request.param == "committed":
        return read(COMMITTED)
    folder = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("partnership.sample.BLOCK", 2500)
        write_sample(folder, submissions=100 if request.param == "small" else 5000, seed=7)
    return read(folder)


def test_every_table_is_there_with_known_columns(any_tables: Tables) -> None:
    # Nobody has judged who is who yet: that is what the screen is for.
    assert set(any_tables) == set(CANONICAL) - {"verdicts", "erasures"}
    for table, rows in any_tables.items():
        assert set(rows.columns) <= set(kinds(table))
        required = {n for n, kind in CANONICAL[table]["columns"].items() if kind.endswith("!")}
        assert required <= set(rows.columns)
        assert not rows[sorted(required)].isna().any(axis=None), table


def test_keys_are_unique_and_references_exist(any_tables: Tables) -> None:
    for table, rows in any_tables.items():
        key = CANONICAL[table]["key"]
        assert not key or not rows.duplicated(key).any(), table
        for name, kind in kinds(table).items():
            if name in rows and kind.startswith(("-> ", "~> ")):
                parent = any_tables[kind[3:]]
                known = parent[CANONICAL[kind[3:]]["key"][0]]
                assert set(rows[name].dropna()) <= set(known), (table, name)


PATTERNS = {
    "day": r"\d{4}-\d\d-\d\d",
    "instant": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)",
    "count": r"\d+",
    "rating": r"[1-5]",
    "money": r"\d+(\.\d+)?",
    "fraction": r"0(\.\d+)?",
    "flag": r"true|false",
}


def test_every_cell_has_its_type(any_tables: Tables) -> None:
    for table, rows in any_tables.items():
        for name, kind in kinds(table).items():
            values = rows[name].dropna().unique() if name in rows else []
            if kind in PATTERNS:
                assert all(re.fullmatch(PATTERNS[kind], value) for value in values), (table, name)
            elif kind.startswith("list "):
                allowed = set(kind[5:].split("|"))
                assert all(set(value.split(";")) <= allowed for value in values), (table, name)
            elif "|" in kind:
                assert set(values) <= set(kind.split("|")), (table, name)


def test_nothing_but_plans_lies_after_the_export(any_tables: Tables) -> None:
    for table, rows in any_tables.items():
        for name, kind in kinds(table).items():
            if name not in rows or name in CANONICAL[table].get("planned", []):
                continue
            if kind == "instant":
                assert not (at(rows[name].dropna()) > EXPORTED_AT).any(), (table, name)
            elif kind == "day":
                assert not (rows[name].dropna() > "2026-09-30").any(), (table, name)


def test_offsets_are_those_of_the_searches_zone(any_tables: Tables) -> None:
    rows = any_tables["submissions"].merge(any_tables["searches"], on="search_id")
    for zone, part in rows.groupby("time_zone"):
        local = at(part["received_at"]).dt.tz_convert(zone).dt.strftime("%Y-%m-%dT%H:%M:%S")
        assert (local == part["received_at"].str.slice(0, 19)).all()


# No contradictions


def test_submissions_lie_within_their_search_and_brief(any_tables: Tables) -> None:
    rows = joined(any_tables)
    received = local_day(rows["received_at"])
    assert (received > rows["opened_on"]).all()
    assert (rows["closed_on"].isna() | (received < rows["closed_on"])).all()
    sent = rows[rows["channel"] == "agency"].merge(
        any_tables["briefs"], on=["search_id", "agency_id"], how="left"
    )
    assert sent["agency_id"].notna().all()
    assert (at(sent["received_at"]) > at(sent["briefed_at"])).all()
    assert not (at(sent["received_at"]) > at(sent["released_at"])).any()
    assert rows.loc[rows["channel"] != "agency", "agency_id"].isna().all()


def test_steps_of_a_submission_are_in_order(any_tables: Tables) -> None:
    rows = joined(any_tables)
    received, decided = at(rows["received_at"]), at(rows["decided_at"])
    assert not (at(rows["consent_at"]) > received).any()
    assert not (decided <= received).any()
    assert (decided.isna() == rows["decision"].isna()).all()
    assert not (at(rows["withdrawn_at"]) <= received).any()
    assert not (local_day(rows["decided_at"]) > rows["closed_on"]).any()
    offered = rows[rows["extended_at"].notna()]
    assert (offered["decision"] == "advanced").all()
    assert (at(offered["extended_at"]) > at(offered["decided_at"])).all()
    assert not (at(offered["answered_at"]) <= at(offered["extended_at"])).any()
    assert (offered["answered_at"].isna() == (offered["outcome"] == "pending")).all()
    assert (offered["decline_reason"].isna() | (offered["outcome"] == "declined")).all()
    assert (offered.loc[offered["outcome"] == "pending", "status"] == "open").all()


def test_placements_follow_accepted_offers(any_tables: Tables) -> None:
    rows = joined(any_tables)
    accepted = (rows["outcome"] == "accepted").sum()
    assert accepted == len(any_tables["placements"])
    placed = rows[rows["submission_id"].isin(any_tables["placements"]["submission_id"])]
    assert (placed["outcome"] == "accepted").all()
    assert not (placed["started_on"] <= local_day(placed["answered_at"])).any()
    assert not (placed["reneged_on"] < local_day(placed["answered_at"])).any()
    assert (placed["started_on"].isna() | placed["reneged_on"].isna()).all()
    assert not (placed["left_on"] <= placed["started_on"]).any()
    assert (placed["leave_reason"].isna() | placed["left_on"].notna()).all()
    assert (placed["rated_on"].isna() == placed["manager_rating"].isna()).all()
    due = placed["reneged_on"].isna() & (placed["starts_on"] < "2026-09-30")
    assert (placed["started_on"].notna() == due).all()


def test_filled_seats_are_the_standing_acceptances(any_tables: Tables) -> None:
    rows = joined(any_tables)
    standing = rows[(rows["outcome"] == "accepted") & rows["reneged_on"].isna()]
    seats = any_tables["openings"]
    filled = seats[seats["outcome"] == "filled"]
    both = filled.merge(
        standing,
        left_on="filled_by_submission_id",
        right_on="submission_id",
        suffixes=("_seat", ""),
    )
    assert len(both) == len(filled) == len(standing) == filled["filled_by_submission_id"].nunique()
    assert (both["search_id_seat"] == both["search_id"]).all()
    assert (both["closed_on_seat"] == local_day(both["answered_at"])).all()
    assert (seats["closed_on"].isna() == (seats["outcome"] == "open")).all()
    assert not (seats["closed_on"] < seats["opened_on"]).any()
    assert (seats["filled_by_submission_id"].notna() == (seats["outcome"] == "filled")).all()


def test_status_of_a_search_agrees_with_its_seats(any_tables: Tables) -> None:
    searches = any_tables["searches"].set_index("search_id")
    by_search = any_tables["openings"].groupby("search_id")
    assert set(by_search.groups) == set(searches.index)
    has_open = by_search["outcome"].agg(lambda outcome: (outcome == "open").any())
    assert (searches["status"].isin(["open", "on_hold"]) == has_open).all()
    assert (searches["closed_on"].isna() == has_open).all()
    assert (searches["closed_on"].dropna() == by_search["closed_on"].max()[~has_open]).all()
    last = any_tables["openings"].sort_values("opened_on").groupby("search_id")["opened_on"].max()
    late = any_tables["openings"].merge(last.rename("last"), on="search_id")
    late = late[late["opened_on"] == late["last"]].groupby("search_id")["outcome"]
    was_cancelled = late.agg(lambda outcome: (outcome == "cancelled").any())
    assert ((searches["status"] == "cancelled") == (was_cancelled & ~has_open)).all()
    assert (by_search["opened_on"].min() == searches["opened_on"]).all()
    original = any_tables["openings"].merge(searches["opened_on"].rename("first"), on="search_id")
    original = original[original["opened_on"] == original["first"]].groupby("search_id").size()
    assert (original == searches["openings"].astype(int)).all()


def test_holds_lie_within_their_search(any_tables: Tables) -> None:
    rows = any_tables["holds"].merge(any_tables["searches"], on="search_id")
    assert (rows["held_from"] > rows["opened_on"]).all()
    assert not (rows["held_until"] <= rows["held_from"]).any()
    assert not (rows["held_until"] > rows["closed_on"]).any()
    still = set(rows.loc[rows["held_until"].isna(), "search_id"])
    searches = any_tables["searches"]
    assert still == set(searches.loc[searches["status"] == "on_hold", "search_id"])


def test_interviews_and_stages_follow_the_receipt(any_tables: Tables) -> None:
    submissions = any_tables["submissions"]
    met = any_tables["interviews"].merge(submissions, on="submission_id")
    assert (at(met["invited_at"]) > at(met["received_at"])).all()
    assert (at(met["scheduled_for"]) > at(met["invited_at"])).all()
    held = met["status"] == "held"
    assert (met["ended_at"].notna() == held).all()
    assert not (at(met["feedback_at"]) <= at(met["ended_at"])).any()
    assert (at(met.loc[held, "scheduled_for"]) < EXPORTED_AT).all()
    assert (at(met.loc[met["status"] == "scheduled", "scheduled_for"]) > EXPORTED_AT).all()
    steps = any_tables["stage_events"].merge(submissions, on="submission_id")
    assert (at(steps["entered_at"]) >= at(steps["received_at"])).all()
    assert set(steps["submission_id"]) == set(submissions["submission_id"])
    last = steps.assign(entered=at(steps["entered_at"])).sort_values("entered", kind="stable")
    ends = last[last["stage"] == "ended"].groupby("submission_id")["entered"].max()
    assert (last.groupby("submission_id")["entered"].max()[ends.index] == ends).all()
    assert not last[last["stage"] == "ended"].duplicated("submission_id").any()


def test_hires_and_offers_are_stages_too(any_tables: Tables) -> None:
    rows = joined(any_tables)
    steps = any_tables["stage_events"]
    for stage, wanted in (
        ("offer", rows["extended_at"].notna()),
        ("hired", rows["outcome"] == "accepted"),
    ):
        entered = set(steps.loc[steps["stage"] == stage, "submission_id"])
        assert entered == set(rows.loc[wanted, "submission_id"])


def test_settlements_answers_and_promises_follow_what_they_answer(any_tables: Tables) -> None:
    disputes = any_tables["disputes"].merge(any_tables["submissions"], on="submission_id")
    assert (at(disputes["raised_at"]) > at(disputes["received_at"])).all()
    assert not (at(disputes["settled_at"]) <= at(disputes["raised_at"])).any()
    asked = any_tables["requests"]
    assert not (at(asked["answered_at"]) <= at(asked["asked_at"])).any()
    asked = asked.merge(any_tables["briefs"], on=["search_id", "agency_id"])
    assert len(asked) == len(any_tables["requests"])
    assert (at(asked["asked_at"]) > at(asked["briefed_at"])).all()
    promises = any_tables["commitments"]
    assert (promises["due_on"] > promises["made_on"]).all()
    assert not (promises["closed_on"] < promises["made_on"]).any()
    changed = any_tables["brief_changes"].merge(any_tables["searches"], on="search_id")
    assert (local_day(changed["changed_at"]) > changed["opened_on"]).all()


def test_held_meetings_have_passed_and_planned_ones_have_not(any_tables: Tables) -> None:
    meetings = any_tables["meetings"]
    is_over = at(meetings["starts_at"]) <= EXPORTED_AT
    assert (is_over == (meetings["status"] != "scheduled")).all()
    assert meetings.loc[meetings["kind"] == "kickoff", "search_id"].notna().all()
    kickoffs = meetings[meetings["kind"] == "kickoff"].merge(
        any_tables["briefs"], on=["search_id", "agency_id"], how="left"
    )
    assert (at(kickoffs["starts_at"]) > at(kickoffs["briefed_at"])).all()
    came = any_tables["meeting_attendees"].merge(meetings, on="meeting_id")
    assert set(came["meeting_id"]) == set(meetings["meeting_id"])
    assert (came.loc[came["attended"] == "true", "status"] == "held").all()
