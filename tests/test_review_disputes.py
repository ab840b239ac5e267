"""What a review says of disputes: the case, what would be right, those typed after the figures; and
of a window that begins before the files do."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from review_worlds import QUARTER, made

from partnership.findings import quarterly_review as findings
from partnership.periods import Quarter, quarters_held
from partnership.published import Build
from partnership.review import known_disputes, parts, saved
from partnership.review.cases import cases_of
from partnership.review.composed import composed
from partnership.review.kept import NOTHING_KEPT, Kept
from partnership.review.model import Slide
from partnership.review.shelf import HrsShelf
from partnership.review.source import about
from partnership.statistics.counted import likely_count

CLAIM = "answered on 3 Aug, not on 6 Aug"
RAISED = {"raised_by": "agency", "raised_at": "2026-10-02", "about": "date", "claim": CLAIM}
OF_U1 = {"dispute_id": "D1", "submission_id": "U1", "agency_id": "A1"} | RAISED
OF_S1 = {"dispute_id": "D2", "case_kind": "search", "case_id": "S1", "agency_id": "A1"} | RAISED
OF_S1 |= {"raised_by": "hr", "claim": "x" * 300, "fee_at_stake": "1200", "currency": "EUR"}
UNNAMED = {"dispute_id": "D3", "submission_id": "U2", "agency_id": ""} | RAISED | {"claim": ""}
OF_OTHERS = [
    {"dispute_id": "D4", "submission_id": "U99", "agency_id": ""} | RAISED,
    {"dispute_id": "D5", "submission_id": "U99", "agency_id": "A1"} | RAISED,
]
SETTLED = {"dispute_id": "D6", "submission_id": "U3", "agency_id": "A1"} | RAISED
SETTLED |= {"settled_at": "2026-10-03"}
TYPED = (OF_U1, OF_S1, UNNAMED, *OF_OTHERS, SETTLED)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return made("three profiles", tmp_path_factory.getbasetemp())


def slide(build: Build, quarter: Quarter = QUARTER, edition: Any = "hr", **kept: Any) -> Slide:
    appendix = ("where_we_disagree",)
    review = composed(build, "A1", quarter, edition, "neutral", Kept(**kept), appendix)
    return review.slides[-1]


@pytest.mark.parametrize("edition", ["hr", "agency"])
def test_disputes_typed_after_the_figures_stand_on_the_slide(build: Build, edition: Any) -> None:
    assert slide(build, edition=edition).headline.startswith("Nothing is in dispute")
    told = slide(build, edition=edition, disputes=TYPED)
    assert told.headline.startswith("3 disputes are open")
    assert "entered after these figures: 3." in told.basis and told.table
    first, second, third = [[c.replace("\xa0", " ") for c in row] for row in told.table.rows]
    assert first == [
        "Submission U1", "Engineer", "Harbour", "2 Oct 2026",
        f"A date: {CLAIM} (entered after these figures)", "–",
    ]  # fmt: skip
    assert (second[0], second[1], second[2]) == ("Search S1", "Engineer", "HR")
    assert second[4].endswith("x… (entered after these figures)") and len(second[4]) < 96
    assert "1,200" in second[5]
    assert (third[0], third[4]) == (
        "Submission U2", "A date: not said here (entered after these figures)",
    )  # fmt: skip
    assert "U99" not in repr(told)


def test_an_earlier_review_holds_those_raised_by_its_end_alone(build: Build) -> None:
    early = OF_U1 | {"raised_at": "2026-06-20", "settled_at": "2026-07-03"}
    told = slide(build, QUARTER.plus(-1), disputes=(early, OF_S1))
    assert told.headline.startswith("1 dispute was open on 30") and told.table
    assert [row[0] for row in told.table.rows] == ["Submission U1"]


def test_the_workbook_has_them_with_the_whole_claim(build: Build) -> None:
    cases = cases_of(build, "A1", QUARTER, Kept(disputes=TYPED))
    rows = cases.sheets["Disputes"].to_dict("records")
    assert [row["Case"] for row in rows] == [
        "submission U1", "search S1", "submission U2", "submission U3",
    ]  # fmt: skip
    assert "x" * 300 in rows[1]["What would be right"]
    assert (rows[0]["Raised by"], rows[1]["Raised by"]) == ("Harbour", "HR")
    assert cases_of(build, "A1", QUARTER).sheets["Disputes"].empty


def test_what_was_typed_takes_the_place_of_what_the_figures_hold() -> None:
    held = dict.fromkeys("title submission_id case_kind case_id about claim fee_at_stake".split())
    held |= {"dispute_id": "D1", "raised_by": "hr", "title": "Buyer", "claim": "as it was"}
    rows = pd.DataFrame([held | {"raised_on": pd.Timestamp("2026-09-01"), "settled_on": pd.NaT}])
    (old,) = known_disputes.known(rows, [], "A1", {})
    assert known_disputes.is_open(old, None) and known_disputes.claim(old).endswith(": as it was")
    (new,) = known_disputes.known(rows, [OF_U1 | {"settled_at": "2026-10-03"}], "A1", {})
    assert not known_disputes.is_open(new, None) and new["title"] == "Buyer"
    assert CLAIM in known_disputes.claim(new)


def test_a_dispute_is_kept_for_its_agency_without_the_name_of_another(
    tmp_path: Path, build: Build
) -> None:
    shelf = HrsShelf(tmp_path / "records", build)
    own = {key: value for key, value in OF_U1.items() if key != "dispute_id"}
    shelf.enter({"disputes": [own | {"claim": "Quay sent it later"}]}, by="Ann")
    shelf.enter({"disputes": [own | {"agency_id": "A2", "submission_id": ""}]}, by="Ann")
    for edition in ("hr", "agency"):
        kept = saved.kept_for(shelf, about(build), "A1", QUARTER, edition)  # type: ignore[arg-type]
        assert [(d["submission_id"], d["claim"]) for d in kept.disputes] == [("U1", "")]


def test_a_window_that_begins_before_the_files_is_said(build: Build) -> None:
    """The files begin on 1 Jan 2025."""
    begins = about(build).first_day
    assert [quarters_held(Quarter(2025, n), begins) for n in (1, 2, 3, 4)] == [1, 2, 3, 4]
    assert quarters_held(Quarter(2025, 4), date(2025, 1, 2)) == 3
    appendix = ("data_notes",)
    told = {
        number: composed(
            build, "A1", Quarter(2025, number), "hr", "neutral", NOTHING_KEPT, appendix
        ).slides
        for number in (1, 4)
    }
    said = "These files begin on 1 Jan 2025: 1 of the 4 quarters is in them."
    early = {each.key: each for each in told[1]}
    for key in ("speed", "both_sides", "submissions_and_offers"):
        assert early[key].basis.replace("\xa0", " ").endswith(said), key
    assert said in repr(early["data_notes"].table).replace("\\xa0", " ")
    assert "Half of" not in repr(early["speed"].points)
    assert "files begin" not in repr(told[4])


def test_the_checks_say_that_the_files_begin_later() -> None:
    def checks(held: int) -> list[findings.Check]:
        return findings.checks(
            "2024 Q4", "2024 Q4", date(2026, 9, 30), [], 6, 0, {},
            begins=date(2024, 10, 1), held=held,
        )  # fmt: skip

    assert all(check.is_well for check in checks(4))
    (begun,) = [check.text.replace("\xa0", " ") for check in checks(1) if not check.is_well]
    assert begun == "These files begin on 1 Oct 2024: 1 of the 4 quarters is in them"
    assert "3 of the 4 quarters are in them" in checks(3)[1].text


def test_alike_cases_are_marked_and_all_add_up() -> None:
    cases = (
        [("Buyer", "open")] * 2 + [("Clerk", "open"), ("Nurse", "open")] + [("Cook", "left")] * 3
    )
    assert parts.listed(cases, 3) == "Buyer (2), open; Clerk, open; Nurse, open; and 3 more"
    assert parts.listed(cases) == "Buyer (2), open; Clerk, open; Nurse, open; Cook (3), left"


def test_how_many_of_several_chances_come_true() -> None:
    # Of two coins none in 1 of 4, both in 1 of 4: neither end is rare enough to be left out.
    assert likely_count([0.5, 0.5], [0.5, 0.5]) == (0, 2)
    # Fewer than three of three in 3 of 100 cases; more than none in 3 of 100.
    assert likely_count([0.99] * 3, [0.99] * 3) == (3, 3)
    assert likely_count([0.01] * 3, [0.01] * 3) == (0, 0)
    # The ends of each one's own range widen it: (0.9)^3 = 0.73 for none, 0.03 for all of 0.3.
    assert likely_count([0.1] * 3, [0.3] * 3) == (0, 2)
