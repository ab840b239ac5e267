"""Files dropped on the screen: built in a process of its own, within limits."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_export import SEARCHES, write_export

from partnership import importing
from partnership.answers import Answers
from partnership.builds import current
from partnership.errors import BuildRefused, NeedsAnswer, NoBuild, WrongColumns
from partnership.importing import ProcessLimits, build_dropped
from partnership.settings import SAMPLE


def test_the_sample_is_built_well_within_the_limits(tmp_path: Path) -> None:
    """With half of what is allowed, so that the limit is no question of luck."""
    told: list[tuple[str, float]] = []
    made = build_dropped(
        [SAMPLE],
        builds=tmp_path / "builds",
        records=tmp_path / "records",
        within=ProcessLimits(memory=1_000_000_000, database_memory="300MB"),
        progress=lambda step, share: told.append((step, share)),
    )
    assert made.name == current(tmp_path / "builds").name
    assert made.receipt["rows"]["set_aside"] == 0
    assert len(told) > 20 and told[-1][1] > 0.9


@pytest.mark.parametrize(
    ("within", "said"),
    [
        (ProcessLimits(seconds=0.2), "0 seconds"),
        (ProcessLimits(memory=150_000_000), "memory"),
        (ProcessLimits(database_memory="1MB"), "more memory is needed"),
    ],
)
def test_beyond_a_limit_nothing_changes_and_the_screen_is_told(
    tmp_path: Path, within: ProcessLimits, said: str
) -> None:
    with pytest.raises(BuildRefused, match=said):
        build_dropped(
            [SAMPLE], builds=tmp_path / "builds", records=tmp_path / "records", within=within
        )
    with pytest.raises(NoBuild):
        current(tmp_path / "builds")


def write_bomb(file: Path, *, is_plain: bool) -> None:
    """Two gigabytes of text in a file of a kilobyte: every value the same five million letters.

    Plainly stored they fill the memory at once; as one value, referred to, they fill time.
    """
    one = pa.DictionaryArray.from_arrays(
        pa.array([0] * 400, pa.int32()), pa.array(["x" * 5_000_000])
    )
    pq.write_table(
        pa.table({"search_id": one}), file, compression="zstd", store_schema=not is_plain
    )
    assert file.stat().st_size < 2000


@pytest.mark.parametrize(
    ("is_plain", "within", "said"),
    [
        (True, ProcessLimits(), "more than 1,500 MB of memory"),
        # Which of its limits it meets first is a question of how busy the machine is.
        (False, ProcessLimits(seconds=5), "more than 5 seconds|more memory is needed"),
    ],
)
def test_a_file_that_explodes_is_stopped_and_leaves_nothing_behind(
    tmp_path: Path, is_plain: bool, within: ProcessLimits, said: str
) -> None:
    write_bomb(tmp_path / "searches.parquet", is_plain=is_plain)
    builds = tmp_path / "builds"
    with pytest.raises(BuildRefused, match=said):
        build_dropped(
            [tmp_path / "searches.parquet"], builds=builds, records=tmp_path, within=within
        )
    assert [entry.name for entry in builds.iterdir()] == [".lock"]


def test_too_little_memory_is_not_called_damage(tmp_path: Path) -> None:
    write_bomb(tmp_path / "searches.parquet", is_plain=False)
    with pytest.raises(BuildRefused, match="more memory is needed"):
        build_dropped(
            [tmp_path / "searches.parquet"],
            builds=tmp_path / "builds",
            records=tmp_path,
            within=ProcessLimits(database_memory="20MB"),
        )


def test_a_reader_who_leaves_ends_the_import(tmp_path: Path) -> None:
    class Gone(BaseException):
        pass

    def leave(step: str, share: float) -> None:
        raise Gone

    with pytest.raises(Gone):
        build_dropped([SAMPLE], builds=tmp_path / "builds", records=tmp_path, progress=leave)
    assert [entry.name for entry in (tmp_path / "builds").iterdir()] == [".lock"]


def test_a_fault_of_the_program_is_no_limit_and_tells_no_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*paths: object, **how: object) -> None:
        raise KeyError("Ann Zebra")

    monkeypatch.setattr(importing.figures, "build", faulty)
    request = {"paths": [], "mapping": "auto", "builds": "b", "records": "r"} | {"settings": "s"}
    told = importing._serve(request | {"database_memory": "1MB"})
    assert told["message"].startswith("KeyError in test_importing.py, line ")
    assert "Zebra" not in str(told)


def test_an_import_that_the_system_ends_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing.sys, "executable", shutil.which("false"))
    with pytest.raises(BuildRefused, match="broke off .exit code 1."):
        build_dropped([SAMPLE], builds=tmp_path / "builds", records=tmp_path)


def test_a_question_comes_back_whole_and_its_answer_is_found(tmp_path: Path) -> None:
    undecidable = [SEARCHES[0] | {"opened_on": "03/04/2025", "closed_on": ""}]
    export = write_export(tmp_path / "export", searches=undecidable)
    builds, records = tmp_path / "builds", tmp_path / "records"
    with pytest.raises(NeedsAnswer) as asked:
        build_dropped([export], builds=builds, records=records)
    question = asked.value
    assert (question.question, question.about) == ("date_order", "searches.csv")
    assert set(question.choices) >= {"dmy", "mdy"}
    Answers(date_order={question.about: "dmy"}).write(records)
    assert build_dropped([export], builds=builds, records=records).receipt["rows"]["accepted"] == 5


def test_an_error_keeps_its_kind_and_its_words(tmp_path: Path) -> None:
    export = write_export(tmp_path / "export", searches=[{"colour": "red", "title": "x"}])
    with pytest.raises(WrongColumns) as refused:
        build_dropped([export], builds=tmp_path / "builds", records=tmp_path / "records")
    assert "searches.csv" in refused.value.message
    assert refused.value.next_step
