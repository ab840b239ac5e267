"""Who leaves the figures, what stays of them, and how somebody is found and noted."""

import re
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from asking import GivenExport
from given import Given
from small_export import CANDIDATES, SUBMISSIONS, write_export, write_table

from partnership import entries, erasing, records, removing
from partnership.__main__ import main
from partnership.builds import Build, build
from partnership.joining import by_newest_verdicts
from partnership.naming import Names
from partnership.persons import Person, persons_of, told_apart
from partnership.queries import metric_rows, opened
from partnership.readers import HR_FILE

ON = date(2026, 9, 30)


def gone(export: Given, months: int = 24) -> dict[str, str]:
    """Record → why it is gone."""
    erasing.strip(export.con, months)
    return dict(export.con.execute("select candidate_id, why from staging.gone").fetchall())


def submitted(candidate: str, received: str, **more: object) -> Mapping[str, object]:
    return {"submission_id": f"u-{candidate}", "candidate_id": candidate} | {
        "received_at": f"{received}T09:00:00Z",
        "agency_id": "A",
        **more,
    }


def test_names_are_kept_as_long_as_is_set_and_not_a_day_longer(given: GivenExport) -> None:
    """As of 31 July 2025: contact on 31 July 2023 is 24 months ago, on 30 July longer."""
    export = given(submissions=[submitted("a", "2023-07-31"), submitted("b", "2023-07-30")])
    assert gone(export) == {"b": "expired"}


def test_every_kind_of_event_is_contact(given: GivenExport) -> None:
    export = given(
        submissions=[submitted(each, "2023-01-02") for each in "abcdef"],
        stage_events=[{"submission_id": "u-a", "entered_at": "2024-02-01T09:00:00Z"}],
        interviews=[{"submission_id": "u-b", "scheduled_for": "2024-02-01T09:00:00Z"}],
        offers=[{"submission_id": "u-c", "extended_at": "2024-02-01T09:00:00Z"}],
        placements=[
            {"submission_id": "u-d", "started_on": "2023-02-01", "left_on": "2024-02-01"},
            {"submission_id": "u-e", "started_on": "2023-02-01", "left_on": "2023-03-01"},
        ],
    )
    assert gone(export) == {"e": "expired", "f": "expired"}


def test_who_works_here_stays(given: GivenExport) -> None:
    hired = {"outcome": "accepted", "answered_at": "2023-01-20T09:00:00Z"}
    export = given(
        submissions=[submitted("stays", "2023-01-02"), submitted("left", "2023-01-02")],
        offers=[
            hired | {"submission_id": f"u-{each}", "extended_at": "2023-01-18T09:00:00Z"}
            for each in ("stays", "left")
        ],
        placements=[
            {"submission_id": "u-stays", "started_on": "2023-02-01"},
            {"submission_id": "u-left", "started_on": "2023-02-01", "left_on": "2023-04-01"},
        ],
    )
    assert gone(export) == {"left": "expired"}


def test_who_was_never_put_forward_leaves_no_name(given: GivenExport) -> None:
    export = given(candidates=[{"candidate_id": "x"}], submissions=[submitted("a", "2025-07-01")])
    assert gone(export) == {"x": "expired"}


def test_a_person_of_several_records_keeps_one_number_and_no_way_back(given: GivenExport) -> None:
    """Both records are one person by their e-mail; the later one is a collision and stays it."""
    same = {"full_name": "Ann Zebra", "email": "ann@example.com"}
    export = given(
        candidates=[{"candidate_id": "c1"} | same, {"candidate_id": "c2"} | same],
        submissions=[
            submitted("c1", "2023-01-02", agency_id="A", decision_reason="her own words"),
            submitted("c2", "2023-01-09", agency_id="B"),
        ],
        agencies=[{"agency_id": "A"}, {"agency_id": "B"}],
    )
    gone(export)
    first, later = export.con.execute(
        "select candidate_id, person_id, redundancy_class, decision_reason from marts.submission "
        "order by received_at"
    ).fetchall()
    assert first == ("expired-1-1", "expired-1", "unique", "other words")
    assert later == ("expired-1-2", "expired-1", "collision", None)
    for mart in ("person_contact", "person_link"):
        assert export.con.execute(f"select count(*) from marts.{mart}").fetchall() == [(0,)]


def test_words_that_several_people_share_stay(given: GivenExport) -> None:
    old = [submitted(each, "2023-01-02", decision_reason="too junior") for each in "abc"]
    rare = submitted("d", "2023-01-02", decision_reason="Dan told us of his illness")
    export = given(submissions=[*old, rare])
    gone(export)
    said = export.con.execute(
        "select decision_reason from marts.submission order by all"
    ).fetchall()
    assert said == [("other words",), ("too junior",), ("too junior",), ("too junior",)]


def test_records_removed_together_are_one_person_whatever_looks_like_them(
    given: GivenExport,
) -> None:
    """c1 and c2 share nothing any more, c3 looks like c1: it is somebody else from now on."""
    same = {"full_name": "Ann Zebra", "email": "ann@example.com"}
    export = given(
        candidates=[{"candidate_id": "c1"} | same, {"candidate_id": "c2"}]
        + [{"candidate_id": "c3"} | same, {"candidate_id": "c4"} | same],
        submissions=[submitted(f"c{n}", f"2025-07-0{n}") for n in (1, 2, 3, 4)],
        erasures=[{"candidate_id": each, "erasure_id": "7"} for each in ("c1", "c2")],
    )
    gone(export)
    found = export.con.execute("select person_id from marts.submission order by received_at")
    assert found.fetchall() == [("removed-1",), ("removed-1",), ("p-c3",), ("p-c3",)]
    known = export.con.execute("select candidate_id from marts.person_contact order by all")
    assert known.fetchall() == [("c3",), ("c4",)]


# --- from the list to the build ----------------------------------------------------------------


class Place:
    """A folder with files, what people typed, and builds."""

    def __init__(self, folder: Path) -> None:
        self.records, self.builds, self.export = (
            folder / name for name in ("records", "builds", "export")
        )

    def built(self) -> Build:
        return build([self.export], builds=self.builds, records=self.records)

    def erase(self, who: str) -> int:
        where = ["--builds", str(self.builds), "--records", str(self.records)]
        return main(["erase", who, "--by", "Ann", *where])


def names_in(made: Build) -> list[str]:
    with closing(opened(made.path / HR_FILE)) as connection:
        found = connection.execute("select full_name from marts.person_contact order by all")
        return [str(name) for (name,) in found.fetchall()]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """One column of the files is none of ours, and one row of them is set aside."""
    held = [row | {"cv_text": f"Canary of {row['full_name']}"} for row in CANDIDATES]
    again = held[0] | {"full_name": "Ann Again"}
    odd = SUBMISSIONS[0] | {"submission_id": "U3", "received_at": "soon, says Ann Zebra"}
    write_export(tmp_path / "export", candidates=[*held, again], submissions=[*SUBMISSIONS, odd])
    return Place(tmp_path)


def test_what_no_mapping_names_is_not_kept(place: Place) -> None:
    place.built()
    kept = [file for file in place.builds.parent.rglob("*") if file.is_file()]
    for file in kept:
        if place.export not in file.parents:
            assert b"Canary of" not in file.read_bytes(), file


def test_contact_data_lies_in_one_table_of_hrs_file(place: Place) -> None:
    """By the names of columns, and by looking for what the table holds in every other one."""
    made = place.built()
    tells = re.compile(r"full_name|given|family_name|e_?mail$|phone|linkedin|street|postcode|birth")
    for file in made.path.rglob("*.duckdb"):
        with closing(opened(file)) as connection:
            columns = connection.execute(
                "select table_name, column_name from information_schema.columns "
                "where table_schema = 'marts' and data_type = 'VARCHAR'"
            ).fetchall()
            assert {table for table, name in columns if tells.search(name)} == {"person_contact"}
            texts = {
                (table, str(text))
                for table, name in columns
                for (text,) in connection.execute(
                    f'select "{name}" from marts."{table}"'
                ).fetchall()
            }
        held = {table for table, text in texts if re.search("Zebra|Yak|example.com", text)}
        assert held == ({"person_contact"} if file.name == HR_FILE else set()), file


def test_erasing_at_a_shell_and_the_next_build(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert place.built()
    typed = {"candidate_id_a": "C1", "candidate_id_b": "C2", "verdict": "different"}
    entries.enter(place.records, {"verdicts": [typed | {"reason": "met both"}]}, by="Ann")
    assert place.erase("Nobody Here") == 1
    assert place.erase("a") == 1
    assert "may mean 2 people" in capsys.readouterr().err
    assert place.erase("ann.zebra@example.com") == 0
    assert "Ann Zebra leaves the figures at the next build" in capsys.readouterr().out
    assert records.read(place.records, "verdicts") == []
    (noted,) = entries.kept(place.records, "erasures")
    assert noted.values["candidate_id"] == "C1"
    assert "Zebra" not in (place.records / "erasures.csv").read_text(encoding="utf-8")

    made = place.built()

    assert names_in(made) == ["Bob Yak"]
    assert made.receipt["removed"]["held_in"] == [{"file": "candidates.csv", "rows": 2}]
    assert [each.name for each in place.builds.glob("2*")] == [made.name]
    for file in place.builds.parent.rglob("*"):
        if file.is_file() and place.export not in file.parents:
            content = file.read_bytes()
            assert b"Ann Again" not in content, file
            assert b"says Ann Zebra" not in content, file


def test_files_without_ids_are_told_by_a_key(tmp_path: Path) -> None:
    """Another file, another order: it is still her, and not who stands in her row now."""
    place = Place(tmp_path)
    place.export.mkdir()
    write_table(
        place.export / "searches.csv",
        [{"job": "Engineer", "opened on": "2026-01-05", "status": "open"}],
    )
    two = [
        {"job": "Engineer", "candidate name": "Ann Zebra", "email": "ann@example.com"},
        {"job": "Engineer", "candidate name": "Bob Yak", "email": "bob@example.com"},
    ]
    rows: list[dict[str, Any]] = [row | {"source": "Acme", "received": "2026-03-02"} for row in two]
    write_table(place.export / "candidates.csv", rows)
    arguments = ["--builds", str(place.builds), "--records", str(place.records), "--quiet"]
    assert main(["build", str(place.export), "--agency", "Acme", *arguments]) == 0
    assert place.erase("Ann Zebra") == 0
    noted = (place.records / "erasures.csv").read_text(encoding="utf-8")
    assert "key-" in noted
    assert "row 1" not in noted
    write_table(place.export / "candidates.csv", [rows[1], rows[0]])
    assert main(["build", str(place.export), *arguments]) == 0
    made = build([place.export], builds=place.builds, records=place.records)
    assert names_in(made) == ["Bob Yak"]


ANN = Person(
    "p-1",
    ("Ann Zebra", "Ann"),
    ("ann@x.org", "+49 30 1", "https://linkedin.com/in/azebra77"),
    ("C1",),
    1,
    ON,
    ON,
    False,
    candidates=("C1",),
)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Call ANN ZEBRA (ann@x.org, +49 30 1), not Ann Zebrawoman",
            "Call (removed) ((removed), (removed)), not Ann Zebrawoman",
        ),
        ("Ann", "Ann"),  # Others are called so too.
        ("Zebra, Ann and Ann  Zebra", "(removed) and (removed)"),
        # As a saved review holds a line's end before it.
        (r"two things:\nAnn Zebra, then", r"two things:\n(removed), then"),
    ],
)
def test_a_name_is_cut_out_of_texts_whole_and_in_any_case(text: str, cut: str) -> None:
    assert Names.of(ANN).cut(text) == cut


def test_where_a_part_of_the_name_still_stands_is_told(tmp_path: Path) -> None:
    """In a comment on a review and in one that was handed out; not who typed it, nor a name that
    only begins so."""
    key = {"side": "hr", "agency_id": "A", "quarter": "2026Q3", "edition": "hr", "slide": "fill"}
    comment = {**key, "part": "comment", "text": "Ann Zebra came late. Zebra knew. Zebrawood."}
    about = {"tone": "neutral", "as_of": "2026-09-30", "build": "b", "version": "1"}
    handed_out = {**key, **about, "content": r'{"comment":"asked:\nazebra77 was early"}'}
    texts = {"review_texts": [comment], "reviews": [handed_out]}
    entries.enter(tmp_path, texts, by="Tom Zebra")
    told = removing.mentions(tmp_path, ANN)
    assert [(each.table, each.agency_id, each.quarter) for each in told] == [
        ("review_texts", "A", "2026Q3"),
        ("reviews", "A", "2026Q3"),
    ]
    assert "came late. Zebra knew" in told[0].text and "azebra77 was early" in told[1].text

    how: dict[str, Any] = {"salt": "", "by": "Ruth", "on": ON}
    assert removing.remove(tmp_path, ANN, reason="", **how) == 1
    assert removing.mentions(tmp_path, ANN) == told
    assert removing.remove(tmp_path, ANN, reason="Zebra asked", **how, parts_too=True) == 2
    assert removing.mentions(tmp_path, ANN) == []
    (row,) = records.read(tmp_path, "review_texts")
    assert row["text"] == "(removed) came late. (removed) knew. Zebrawood."
    assert row["entered_by"] == "Tom Zebra"
    assert records.read(tmp_path, "erasures")[-1]["reason"] == "(removed) asked"


def test_records_judged_one_person_are_one_before_the_update(given: GivenExport) -> None:
    """c1 and c3 are called otherwise; c2 has her name and is somebody else. c3 is for nobody."""
    names = {"c1": "Ann Zebra", "c2": "Ann Zebra", "c3": "A. Yak", "c4": "Cid Ox"}
    export = given(
        candidates=[{"candidate_id": key, "full_name": name} for key, name in names.items()],
        submissions=[submitted(key, f"2025-07-0{key[1]}") for key in names],
        agencies=[{"agency_id": "A", "name": "Harbour"}],
    )

    def find(text: str) -> list[Person]:
        rows = metric_rows(export.con, "person_search", folder="screens", text=text, salt="s")
        return persons_of(rows)

    def said(*verdicts: tuple[str, str, str]) -> list[Mapping[str, str]]:
        return [
            {"candidate_id_a": a, "candidate_id_b": b, "verdict": verdict}
            for a, b, verdict in verdicts
        ]

    new = said(("c1", "c3", "same"), ("c3", "c4", "same"), ("c2", "x", "same"))
    joined, other = by_newest_verdicts(find("zebra"), new, find)
    assert joined.candidates == joined.records == ("c1", "c3", "c4")
    assert (joined.submissions, joined.first_on) == (3, date(2025, 7, 1))
    assert "judged one person" in told_apart(joined)
    assert "for Ann (" not in told_apart(other) and "Harbour for " in told_apart(other)
    assert "2 Jul 2025" in told_apart(other) and other.candidates == ("c2",)
    (parted,) = by_newest_verdicts(find("c4"), [*new, *said(("c1", "c4", "different"))], find)
    assert parted.is_parted and not joined.is_parted


def test_at_most_twenty_people_are_offered(given: GivenExport) -> None:
    people = [{"candidate_id": f"c{n}", "full_name": f"Ann No{n}"} for n in range(30)]
    export = given(
        candidates=people, submissions=[submitted(f"c{n}", "2025-07-01") for n in range(30)]
    )
    rows = metric_rows(export.con, "person_search", folder="screens", text="ann", salt="s")
    assert len(persons_of(rows)) == 20
