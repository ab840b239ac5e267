"""Every contract metric of the product against the oracle, on small nasty exports."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import cycle, islice
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from asking import ask_oracle, oracle_export
from given import Given
from how_many import seeds
from random_exports import random_export

from partnership.__main__ import main
from partnership.settings import Settings

Row = Mapping[str, Any]
SEARCH = ("agency", "client", "department", "location", "role_family", "level", "quarter")
GROUPS: dict[str, tuple[str, ...]] = {
    "time_to_fill": SEARCH,
    "time_to_fill_curve": SEARCH,
    "meeting_rhythm": ("agency", "client"),
    "kickoff_coverage": ("agency", "client", "department", "quarter"),
    "redundant_submissions": ("agency", "client", "department", "role_family", "quarter"),
    "offer_outcomes": ("agency", "client", "department", "quarter", "negotiation_led_by"),
    "decline_reasons": ("agency", "client", "department", "quarter", "negotiation_led_by"),
    "feedback_latency": ("agency", "client", "department", "quarter"),
    "funnel": ("agency", "channel", "client", "department", "quarter"),
    "silent_submissions": ("agency", "client", "department", "quarter"),
}
COLUMNS = {
    "time_to_fill": "group openings filled open cancelled excluded naive_median_days median_days "
    "median_low median_high rmst90_days filled_by_30_rate filled_by_60_rate filled_by_90_rate",
    "time_to_fill_curve": "group day at_risk still_open low high filled_by_agency "
    "filled_otherwise cancelled",
    "meeting_rhythm": "group window_days covered_days rhythm_coverage meetings_held "
    "longest_gap_days overdue_days",
    "kickoff_coverage": "group due kickoffs kickoff_rate tri_party tri_party_rate tri_party_low "
    "tri_party_high",
    "redundant_submissions": "group submissions redundant redundancy_rate redundancy_low "
    "redundancy_high resubmitted known_here collision post_reject known_elsewhere unreviewed",
    "offer_outcomes": "group extended accepted declined expired rescinded pending acceptance_rate "
    "acceptance_low acceptance_high started reneged net_acceptance_rate",
    "decline_reasons": "group reason offers share",
    "feedback_latency": "group submissions answered waiting median_days evaluable on_time "
    "on_time_rate",
    "funnel": "group received redundant submissions interviewed offered accepted started",
}
NARROWED: tuple[dict[str, Any], ...] = (
    {"agencies": ("00", "02")},
    {"period_start": date(2025, 2, 1), "period_end": date(2025, 5, 1)},
    {"agencies": ("01",), "period_start": date(2025, 3, 10)},
    {"clock": "active"},
)
ZONES = ("UTC", "UTC", "Australia/Sydney", "UTC", "America/Los_Angeles")
SEEDS = seeds(4, 24)  # 24: every metric by each of its columns, in every zone


@pytest.mark.parametrize("seed", SEEDS)
def test_every_metric_equals_the_oracle(seed: int) -> None:
    """Ungrouped, by two of its columns and narrowed; every other export as of an earlier day."""
    given = Given(
        random_export(seed), settings=Settings(default_time_zone=ZONES[seed % len(ZONES)])
    )
    if seed % 2:
        given.as_of = oracle_export(given).as_of.on - timedelta(days=seed)
    try:
        found = [
            (metric, by, asked, difference)
            for metric, by, asked in questions(seed)
            for difference in differences(
                ask_oracle(given, metric, by, **asked), given.metric(metric, by, **asked)
            )
        ]
    finally:
        given.close()
    assert found == []


def questions(seed: int) -> Iterator[tuple[str, str | None, dict[str, Any]]]:
    """What is asked of one export; over the seeds, every metric by each of its columns."""
    for metric, columns in GROUPS.items():
        narrowing = NARROWED[seed % len(NARROWED)]
        if "clock" not in narrowing or metric.startswith("time_to_fill"):
            yield metric, None, narrowing
            yield metric, columns[seed % len(columns)], narrowing
        yield metric, None, {}
        for by in islice(cycle(columns), 2 * seed, 2 * seed + 2):
            yield metric, by, {}


def differences(expected: list[Row], found: list[Row]) -> Iterator[object]:
    """Where two answers differ; a group without a single case may as well be absent."""
    theirs, ours = ({key(row): row for row in rows} for rows in (expected, found))
    for name in theirs.keys() | ours.keys():
        one, other = theirs.get(name), ours.get(name)
        if one is None or other is None:
            if not is_nothing(one or other or {}):
                yield name, "only the oracle" if other is None else "only the product", one or other
        else:
            yield from ((name, c, one[c], other[c]) for c in one if not is_same(one[c], other[c]))


def key(row: Row) -> tuple[str, ...]:
    """What tells one row of an answer from another."""
    return tuple(str(row.get(column)) for column in ("group", "day", "reason", "party", "owner"))


def is_nothing(row: Row) -> bool:
    """Whether a row counts nothing at all."""
    return all(value in (0, None) for column, value in row.items() if column != "group")


def is_same(expected: Any, found: Any) -> bool:
    """Null equals null only; numbers are compared to nine decimals."""
    if expected is None or found is None or isinstance(expected, str):
        return bool(expected == found)
    return isclose(expected, found, rel_tol=0, abs_tol=1e-9)


def test_a_wrong_figure_a_missing_null_and_a_missing_group_are_seen() -> None:
    row = {"group": "A", "openings": 2, "median_days": None}
    assert not list(differences([row], [row]))
    assert list(differences([row], [row | {"openings": 2.1}]))
    assert list(differences([row], [row | {"median_days": 0}]))
    assert list(differences([row], []))
    assert list(differences([], [row]))


def test_random_exports_hold_every_case_that_they_are_for() -> None:
    from oracle import submissions
    from oracle.openings import seats

    seen = set()
    for seed in range(24):
        export = oracle_export(Given(random_export(seed)))
        seen |= set(submissions.redundancy_classes(export).values())
        seen |= {"excluded" if seat.is_excluded else seat.outcome for seat in seats(export)}
        sent = [row for row in export.rows("submissions") if row["channel"] == "agency"]
        seen |= {reply.outcome for row in sent if (reply := submissions.reply(export, row))}
    assert seen >= {
        *("unique", "resubmitted", "known_here", "collision", "post_reject", "known_elsewhere"),
        *("filled", "open", "cancelled", "excluded"),
        *("answered", "waiting", "withdrawn", "bulk_closed"),
    }


@pytest.mark.parametrize("seed", [7])
def test_the_command_line_answers_the_same_from_files(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = Given(random_export(seed))
    for table, rows in given.tables.items():
        with (tmp_path / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(c for row in rows for c in row)))
            writer.writeheader()
            writer.writerows(rows)
    builds = ["--builds", str(tmp_path / "builds")]
    kept = ["--records", str(tmp_path / "records"), "--quiet"]
    assert main(["build", str(tmp_path), "--mapping", "canonical", *builds, *kept]) == 0
    for metric, columns in COLUMNS.items():
        for by in (None, "agency"):
            capsys.readouterr()
            asked = ["--by", by] if by else []
            assert main(["metric", metric, "--format", "json", *asked, *builds]) == 0
            answer = json.loads(capsys.readouterr().out)
            assert all(list(row)[: len(columns.split())] == columns.split() for row in answer)
            assert list(differences(ask_oracle(given, metric, by), answer)) == []
