"""People who asked to be removed, and those nobody met for long: not a byte of them is left in what
is kept, one update later, and no figure moves."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from how_many import IS_FULL

from partnership import entries, making, removing
from partnership.builds import Build, build
from partnership.persons import Person, persons_of
from partnership.published import all_builds
from partnership.queries import Connection, metric_rows, opened, query, query_names
from partnership.readers import HR_FILE
from partnership.sample import write_sample
from partnership.settings import SAMPLE, Settings

NO_SALT = "0" * 32
# Both are about people or links there are now, not about what happened: people have other numbers,
# and pairs of records that name nobody any more are no longer there.
ABOUT_LINKS = {"linkage_quality"}


@pytest.fixture
def plainly_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Published files hold texts as they are: a byte search finds what is there."""
    for name in ("write_hr_file", "write_agency_files"):
        monkeypatch.setattr(making, name, _plainly(getattr(making, name)))


def _plainly(write: Callable[..., Any]) -> Callable[..., Any]:
    def written(connection: Connection, *more: Any) -> Any:
        connection.execute("set force_compression = 'uncompressed'")
        return write(connection, *more)

    return written


@pytest.fixture
def place(tmp_path: Path, times: Callable[[int, int], int]) -> Path:
    """A folder with the sample's files: all of them in the long run, a small sample else."""
    export = tmp_path / "exports"
    if times(0, 1):
        export.symlink_to(SAMPLE)
    else:
        write_sample(export, 150)
    return tmp_path


@pytest.mark.skipif(not IS_FULL, reason="25 s of processor: by `make reliability`")
def test_nothing_is_left_of_people_and_no_figure_moves(
    place: Path,
    plainly_written: None,
    times: Callable[[int, int], int],
    figure: Callable[..., None],
) -> None:
    how_many = times(5, 50)
    is_full = bool(times(0, 1))
    if is_full:
        made(place, as_of=date(2026, 6, 30))
    before = made(place)
    asked = figures_of(before, is_full)
    erased, expiring = people_of(before, how_many)
    needles = needles_of(before, [*erased, *expiring])
    assert found_in(place, needles)  # So that a search that finds nothing says something.
    records = entries.folder_of(place / "records", before)
    type_about(records, erased[0])
    for person in erased:
        removing.remove(
            records, person, salt=NO_SALT, by="Ann", reason=person.name, on=date(2026, 9, 30)
        )

    after = made(place, months=months_for(expiring))

    assert after.receipt["removed"]["removed"] == len(erased)
    assert after.receipt["removed"]["expired"] >= len(expiring)
    assert "candidates.csv" in [held["file"] for held in after.receipt["removed"]["held_in"]]
    assert [each.name for each in all_builds(place / "builds")] == [after.name]
    assert found_in(place, needles) == []
    assert asked_for(after, needles, is_full) == []
    assert differing(asked, figures_of(after, is_full)) == []
    figure(
        "removed people",
        removed=len(erased),
        expired=after.receipt["removed"]["expired"],
        texts_searched=len(needles),
        hits=0,
        builds=1,
        metrics_compared=len(asked),
        metrics_moved=0,
    )


def made(place: Path, months: int = 24, **how: Any) -> Build:
    return build(
        [place / "exports"],
        builds=place / "builds",
        records=place / "records",
        settings=replace(Settings(), retention_months=months),
        **how,
    )


def people_of(made: Build, how_many: int) -> tuple[list[Person], list[Person]]:
    """Those to erase, of several records first, and those whose last contact is longest ago."""
    with closing(opened(made.path / HR_FILE)) as connection:
        ids = connection.execute(
            "select candidate_id from marts.person_contact group by person_id, candidate_id "
            "qualify row_number() over (partition by person_id) = 1 "
            "order by count(*) over (partition by person_id) desc, candidate_id"
        ).fetchall()
        persons = [person_of(connection, candidate) for (candidate,) in ids[:how_many]]
        gone_by = connection.execute(
            "select arg_min(candidate_id, candidate_id), max(greatest(received_on, decided_on, "
            "withdrawn_on)) from marts.submission group by person_id "
            "having not bool_or(is_interviewed) order by 2, 1"
        ).fetchall()
        erased = {person.person_id for person in persons}
        old = [person_of(connection, candidate) for candidate, _ in gone_by[: 3 * how_many]]
    return persons, [person for person in old if person.person_id not in erased][:how_many]


def person_of(connection: Connection, text: str) -> Person:
    rows = metric_rows(connection, "person_search", folder="screens", text=text, salt=NO_SALT)
    (found,) = [one for one in persons_of(rows) if text in one.records]
    return found


def months_for(expiring: Sequence[Person]) -> int:
    """So short a time that these, whose last contact was longest ago, are over it."""
    last = max(person.last_on for person in expiring if person.last_on)
    return (date(2026, 9, 30) - last).days // 31 - 2


def needles_of(made: Build, persons: Sequence[Person]) -> list[str]:
    """What names these and nobody else."""
    ids = {person.person_id for person in persons}
    with closing(opened(made.path / HR_FILE)) as connection:
        rows = connection.execute("from marts.person_contact").df()
    mine, others = rows[rows["person_id"].isin(ids)], rows[~rows["person_id"].isin(ids)]
    columns = ["full_name", "email", "phone", "linkedin_url"]
    known = {text for column in columns for text in others[column].dropna()}
    found = {text for column in columns for text in mine[column].dropna()}
    others_texts = "\n".join(known)
    return sorted(text for text in found if text not in others_texts)


def found_in(place: Path, needles: Sequence[str]) -> list[tuple[str, str]]:
    """File and text, for every file that is kept and every text in its bytes."""
    files = [f for f in place.rglob("*") if f.is_file() and "exports" not in f.parts]
    held = [(file, file.read_bytes()) for file in files]
    assert len(held) >= 5
    return [(f.name, n) for f, content in held for n in needles if n.encode() in content]


def asked_for(made: Build, needles: Sequence[str], is_full: bool) -> list[tuple[str, str]]:
    """Table and column of HR's file, in the long run of every file of a build, in which a query
    finds one of these texts."""
    hits = []
    for file in made.path.rglob("*.duckdb" if is_full else HR_FILE):
        with closing(opened(file)) as connection:
            columns = connection.execute(
                "select table_name, column_name from information_schema.columns "
                "where table_schema = 'marts' and data_type = 'VARCHAR'"
            ).fetchall()
            for table, column in columns:
                ((count,),) = connection.execute(
                    f'select count(*) from marts."{table}" where list_contains($all, "{column}")',
                    {"all": list(needles)},
                ).fetchall()
                hits += [(f"{file.name} {table}", column)] if count else []
    return hits


def type_about(records: Path, person: Person) -> None:
    """A judged pair and a kickoff sheet that name the person; neither moves a figure."""
    first = person.records[0]
    verdict = {"candidate_id_a": first, "candidate_id_b": person.records[-1], "verdict": "same"}
    sheet = {"agency_id": "A-01", "search_id": "S-0001", "meeting_id": "M-0001"}
    sheet |= {"held_on": "2026-09-01", "must_haves": f"as {person.name}: {person.contacts[0]}"}
    entries.enter(records, {"verdicts": [verdict], "kickoff_sheets": [sheet]}, by="Ann")


def figures_of(made: Build, is_full: bool) -> dict[tuple[str, str | None], pd.DataFrame]:
    """Every metric, in the long run by each of its groups, with the people's numbers left out."""
    with closing(opened(made.path / HR_FILE)) as connection:
        return {
            (name, by): in_order(metric_rows(connection, name, by=by))
            for name in query_names("metrics")
            for by in (None, *(query("metrics", name).by if is_full else ()))
        }


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows.drop(columns=["person_id"], errors="ignore")
    return rows.sort_values(
        list(rows.columns), key=lambda each: each.astype(str), ignore_index=True
    )


def differing(
    before: dict[tuple[str, str | None], pd.DataFrame],
    after: dict[tuple[str, str | None], pd.DataFrame],
) -> list[tuple[str, str | None]]:
    assert len(before) >= 60
    assert before.keys() == after.keys()
    names = [key for key in before if key[0] not in ABOUT_LINKS]
    return [key for key in names if not before[key].equals(after[key])]
