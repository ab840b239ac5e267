"""The other agencies together: shown only where no single one of them could be told from it."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from given import Given
from pytest import approx
from screen_builds import made_once
from small_export import write_export

from partnership.builds import build
from partnership.filters import Filters
from partnership.marts import create
from partnership.published import current
from partnership.publishing import rollback
from partnership.queries import metric_rows, opened
from partnership.readers import HR, Reader

LINE = "feedback_latency.on_time_rate"
BANDS = [(15, 29), (30, 59), (60, 119), (120, 299), (300, 999), (1000, 4999), (5000, None)]
Counts = Mapping[str, tuple[int, int]]
STEPS = ("count", "change", "basis", "cell", "hiding")
DECIDING = (*(f"steps.peer_{name}" for name in STEPS), "marts.peer_part", "marts.peer_figure")


MOST = 30


class Peers:
    """Profiles of six agencies, whose answers a test sets in the mart itself: to build one export
    for each set of counts would take minutes. What is told of them is decided anew each time."""

    def __init__(self, export: Given) -> None:
        self.export = export
        self.con = export.con

    def with_counts(self, counts: Counts, on: str = "2025-04-07") -> Given:
        """k of n profiles of each agency answered in time, all received on that day."""
        self.con.execute("update marts.submission set is_evaluable = false, received_on = ?", [on])
        for agency, (k, n) in counts.items():
            self.con.execute(
                "update marts.submission set is_evaluable = true, is_on_time = number <= $k "
                "from (select unnest(range(1, 31)) as number) as numbers "
                "where submission_id = $agency || number and number <= $n",
                {"agency": agency, "k": k, "n": n},
            )
        for name in DECIDING:
            create(self.con, name)
        return self.export


@pytest.fixture(scope="module")
def peers() -> Iterator[Peers]:
    """Thirty profiles of each of six agencies."""
    sent = [
        {"submission_id": f"{agency}{number}", "agency_id": agency}
        for agency in "ABCDEF"
        for number in range(1, MOST + 1)
    ]
    with closing(Given({"submissions": sent})) as export:
        yield Peers(export)


def shown(export: Given, *agencies: str, **asked: Any) -> dict[str, Any] | None:
    """The row of HR's answers for these agencies."""
    rows = export.metric("peer_band", agencies=agencies, **asked)
    return next((row for row in rows if row["line"] == LINE), None)


def naive(counts: Counts, agency: str) -> tuple[float, int, int | None] | None:
    """The rule in plain steps."""
    if agency not in counts or not counts[agency][1]:
        return None
    others = [(k, n) for name, (k, n) in counts.items() if name != agency and n >= 5]
    hits, cases = sum(k for k, _ in others), sum(n for _, n in others)
    if len(others) < 3 or any(2 * n > cases or 2 * k > hits for k, n in others):
        return None
    low, high = next(band for band in BANDS if cases <= (band[1] or cases))
    return hits / cases, low, high


def test_three_others_with_five_cases_each_and_none_with_more_than_half(
    peers: Peers,
) -> None:
    counts = {"A": (1, 2), "B": (2, 5), "C": (3, 6), "D": (3, 7)}
    row = shown(peers.with_counts(counts), "A")
    assert row is not None and (row["k"], row["n"]) == (1, 2)
    # 8 of 18 are 44.4 %, told as 44 % of 15 to 29 cases.
    assert (row["others_rate"], row["others_from"], row["others_to"]) == (0.44, 15, 29)
    for changed in (
        {"D": (2, 4)},  # four cases are too few, and then there are but two others
        {"D": (3, 12)},  # twelve of 23 cases
        {"D": (6, 7)},  # six of eleven in time
        {"D": (0, 0)},
    ):
        assert shown(peers.with_counts(counts | changed), "A") is None


def test_an_agency_with_few_cases_is_in_no_pool(peers: Peers) -> None:
    counts = {"A": (3, 9), "B": (3, 6), "C": (3, 6), "D": (3, 6), "E": (4, 4)}
    row = shown(peers.with_counts(counts), "A")
    assert row is not None and row["others_rate"] == 0.5, "E's four of four would make it 59 %"


def test_no_filter_narrows_the_others(peers: Peers) -> None:
    """Two answers that differ by a filter could be subtracted from each other."""
    counts = dict.fromkeys("ABCD", (3, 6))
    export = peers.with_counts(counts)
    whole = shown(export, "A")
    assert whole is not None
    asked = {"departments": ("nowhere",), "locations": ("Oslo",), "role_families": ("Sales",)}
    assert shown(export, "A", **asked) == whole
    assert shown(export, "A", clients=("other",)) == whole
    # Asked for two agencies, or for all, there is no answer.
    assert shown(export, "A", "B") is None
    assert export.metric("peer_band") == []


def test_it_is_told_in_the_agencys_own_file_as_in_hrs(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    sample = current(made_once("sample", tmp_path_factory.getbasetemp()))
    for by in (None, "quarter"):
        with closing(opened(HR.file_in(sample.path))) as connection:
            hrs = metric_rows(connection, "peer_band", Filters(agencies=("A-02",)), by=by)
        with closing(opened(Reader("A-02").file_in(sample.path))) as connection:
            assert metric_rows(connection, "peer_band", by=by).equals(hrs)
            other = metric_rows(connection, "peer_band", Filters(agencies=("A-03",)), by=by)
        assert len(hrs) >= 10 and other.empty
    assert set(hrs["group"]) == {"2025Q4", "2026Q1", "2026Q2", "2026Q3"}


def test_a_quarter_is_not_given_away_by_the_year_less_the_others(peers: Peers) -> None:
    """In the second quarter of 2025 only B has cases; they lie in the year, too."""
    peers.con.execute("update marts.submission set is_evaluable = false")
    for number, day in enumerate(("2024-07-02", "2024-10-02", "2025-01-02", "2025-04-02")):
        senders = "B" if number == 3 else "ABCDE"
        for agency in senders:
            peers.con.execute(
                "update marts.submission set is_evaluable = true, is_on_time = number % 2 = 0, "
                "received_on = $day from (select unnest(range(1, 31)) as number) as numbers "
                "where submission_id = $agency || number and number // 7 = $number",
                {"agency": agency, "number": number, "day": day},
            )
    for name in DECIDING:
        create(peers.con, name)
    year = shown(peers.export, "A")
    assert year is not None and year["others_to"] == 119  # 20 or 21 of each, and seven more of B
    rows = peers.export.metric("peer_band", by="quarter", agencies=("A",))
    told = [row["group"] for row in rows if row["line"] == LINE]
    # The year less all three would be B's seven cases: one quarter is held back beside its own.
    assert len(told) == 2 and "2025Q2" not in told


def test_what_was_told_stays_until_what_changed_can_be_told(peers: Peers) -> None:
    """Kept through the changes of two agencies, told anew with a third's."""
    before = dict.fromkeys("ABCDEF", (10, 20))
    con = peers.with_counts(before).con

    def told_next(counts: Counts) -> float | None:
        con.execute("delete from staging.published_peer")
        con.execute("insert into staging.published_peer by name from marts.peer_part")
        row = shown(peers.with_counts(counts), "A")
        return row["others_rate"] if row else None

    row = shown(peers.export, "A")
    assert row is not None and row["others_rate"] == 0.5
    try:
        assert told_next(before) == 0.5
        assert told_next(before | {"B": (20, 20)}) == 0.5
        assert told_next(before | {"B": (12, 20), "C": (15, 20)}) == 0.5
        # The reader's own cases are no part of it.
        assert told_next(before | {"A": (0, 20)}) == 0.5
        three = {"B": (15, 20), "C": (15, 20), "D": (15, 20)}
        assert told_next(before | three) == 0.65
        # Of three again, 108 of 130; then of one alone, but of 30 rows, more than a fifth of all:
        # what was told is no longer so, and what is so can't be told.
        later = before | {"B": (30, 30), "C": (30, 30), "D": (28, 30)}
        assert told_next(later) == 0.83
        assert told_next(later | {"B": (0, 30)}) is None
    finally:
        con.execute("delete from staging.published_peer")


def test_it_is_always_of_the_last_four_complete_quarters(peers: Peers) -> None:
    """The export is of 31 July 2025: its quarters are those from July 2024 to June 2025."""
    counts = dict.fromkeys("ABCD", (3, 6))
    for day, is_in in (("2025-06-02", True), ("2025-07-07", False), ("2024-07-01", True),
                       ("2024-06-03", False)):  # fmt: skip
        assert (shown(peers.with_counts(counts, day), "A") is not None) == is_in, day


def test_the_rule_on_random_exports(peers: Peers) -> None:
    rng = Random(7)
    found = {True: 0, False: 0}
    for _ in range(12):
        sizes = {
            name: rng.choice([0, 2, 5, 6, 8, 9, 12, 30]) for name in "ABCDEF"[: rng.randint(3, 6)]
        }
        counts = {name: (rng.randint(0, n), n) for name, n in sizes.items()}
        export = peers.with_counts(counts)
        for agency in counts:
            expected, row = naive(counts, agency), shown(export, agency)
            found[expected is not None] += 1
            assert (row is None) == (expected is None), (counts, agency)
            if row is not None and expected is not None:
                rate, *band = expected
                assert row["others_rate"] == approx(rate, abs=0.005 + 1e-9)
                assert [row["others_from"], row["others_to"]] == band
    assert min(found.values()) >= 5, found


def test_what_is_told_of_the_others_is_rounded_and_names_nobody(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    builds = made_once("sample", tmp_path_factory.getbasetemp())
    with closing(opened(HR.file_in(current(builds).path))) as connection:
        rows = metric_rows(connection, "peer_band", Filters(agencies=("A-01",)))
    assert len(rows) >= 10
    assert list(rows.columns) == [
        "group", "side", "pillar", "line", "k", "n", "rate",
        "others_rate", "others_from", "others_to",
    ]  # fmt: skip
    assert (rows["others_rate"] * 100 % 1).round(6).isin([0, 1]).all()


def sent_with_consent(folder: Path, more: Mapping[str, int]) -> Path:
    """Six people of each of five agencies, three with consent on file; `more` all with consent."""
    consents = [(a, number % 2 == 0) for a in "ABCDE" for number in range(6)]
    consents += [(agency, True) for agency, times in more.items() for _ in range(times)]
    submissions = [
        {
            "submission_id": f"U{at}",
            "candidate_id": f"C{at}",
            "search_id": "S2",
            "agency_id": agency,
        }
        | {"channel": "agency", "received_at": f"2026-05-{1 + at % 28:02}T09:00:00Z"}
        | {"consent_at": "2026-04-01T09:00:00Z" if has_consent else ""}
        for at, (agency, has_consent) in enumerate(consents)
    ]
    candidates = [
        {"candidate_id": row["candidate_id"], "email": f"{row['candidate_id']}@x.org"}
        for row in submissions
    ]
    names = [{"agency_id": agency, "name": agency} for agency in "ABCDE"]
    exported = [{"exported_at": "2026-07-10T12:00:00Z"}]
    tables: Any = {"export": exported, "candidates": candidates, "submissions": submissions}
    return write_export(folder, agencies=names, **tables)


def test_the_next_update_reads_what_was_told_last_also_after_going_back(tmp_path: Path) -> None:
    def told(export: Path, builds: Path) -> float:
        made = build([export], builds=builds)
        assert current(builds).name == made.name
        with closing(opened(Reader("A").file_in(made.path))) as connection:
            rows = metric_rows(connection, "peer_band").set_index("line")
        return float(rows["others_rate"]["consent_coverage.consent_rate"])

    def export(name: str, **more: int) -> Path:
        return sent_with_consent(tmp_path / name, more)

    builds = tmp_path / "builds"
    assert told(export("first"), builds) == 0.5
    # Four more of B, all with consent, 16 of 28: that is one agency's change.
    assert told(export("one", B=4), builds) == 0.5
    # Five more of each of three, 27 of 39: that may be told, and going back does not untell it.
    assert told(export("three", B=5, C=5, D=5), builds) == 0.69
    rollback(builds)
    # 31 of 43: beside the figures gone back to another change of three, beside those told last
    # four of B.
    assert told(export("back", B=9, C=5, D=5), builds) == 0.69
