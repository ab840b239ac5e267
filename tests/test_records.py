"""What people type: appended, never lost, never half there."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from partnership import records
from partnership.errors import WrongColumns

KICKOFF = {"meeting_id": "M1", "topics": "market; pay, and «terms»\nsecond line"}


def test_rows_come_back_as_they_were_typed_in_the_order_entered(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    records.append(folder, "meetings", [KICKOFF])
    records.append(folder, "meetings", [{"meeting_id": "M2"}, {"meeting_id": "M3"}])
    assert records.read(folder, "meetings") == [
        KICKOFF,
        {"meeting_id": "M2", "topics": ""},
        {"meeting_id": "M3", "topics": ""},
    ]
    assert stat.S_IMODE((folder / "meetings.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_table_nobody_typed_is_empty(tmp_path: Path) -> None:
    assert records.read(tmp_path, "meetings") == []


def test_a_column_that_the_table_lacks_is_refused_and_nothing_written(tmp_path: Path) -> None:
    records.append(tmp_path, "meetings", [KICKOFF])
    with pytest.raises(WrongColumns, match="colour"):
        records.append(tmp_path, "meetings", [{"meeting_id": "M2"}, {"colour": "red"}])
    assert len(records.read(tmp_path, "meetings")) == 1


def test_a_full_disk_leaves_the_rows_that_were_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records.append(tmp_path, "meetings", [KICKOFF])

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        records.append(tmp_path, "meetings", [{"meeting_id": "M2"}])
    assert records.read(tmp_path, "meetings") == [KICKOFF]


def test_a_file_edited_by_hand_without_a_last_line_end_keeps_its_last_row(tmp_path: Path) -> None:
    (tmp_path / "meetings.csv").write_text("meeting_id,topics\nM1,pay", encoding="utf-8")
    records.append(tmp_path, "meetings", [{"meeting_id": "M2"}])
    assert [row["meeting_id"] for row in records.read(tmp_path, "meetings")] == ["M1", "M2"]


def test_an_older_file_is_given_the_columns_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "meetings.csv").write_text(
        '\ufefftopics,meeting_id\n"pay, and\nterms",M1\ntorn\n', encoding="utf-8"
    )
    columns = {"meetings": ("meeting_id", "kind", "topics")}
    with records.writing(tmp_path) as folder:
        records.append_all(folder, {"meetings": [{"meeting_id": "M2", "kind": "other"}]}, columns)
    lying = records.content(tmp_path, "meetings")
    assert lying.header == ("topics", "meeting_id", "kind")
    assert [(row.line, row.cells) for row in lying.rows] == [
        (2, ("pay, and\nterms", "M1", "")),
        (4, ("torn",)),  # broken by hand before; it is not made to look whole
        (5, ("", "M2", "other")),
    ]


def test_an_older_entry_says_the_same_in_a_wider_file() -> None:
    assert records.digest([{"a": "1"}]) == records.digest([{"a": "1", "b": ""}])
    assert records.digest([{"a": "1"}]) != records.digest([{"a": "2"}])
    assert records.digest([{"a": "1"}, {"a": "2"}]) != records.digest([{"a": "2"}, {"a": "1"}])


def test_what_a_killed_writer_had_decided_is_finished_by_whoever_reads(tmp_path: Path) -> None:
    records.append(tmp_path, "meetings", [KICKOFF])
    (tmp_path / ".new-meetings.csv").write_text("meeting_id\nM1\nM2\n", encoding="utf-8")
    assert len(records.read(tmp_path, "meetings")) == 1  # not decided yet
    (tmp_path / ".placing").write_text("meetings\nmeeting_attendees", encoding="utf-8")
    assert [row["meeting_id"] for row in records.read(tmp_path, "meetings")] == ["M1", "M2"]
    assert sorted(file.name for file in tmp_path.iterdir()) == [".lock", "meetings.csv"]


def test_rows_typed_at_the_same_time_are_all_kept(tmp_path: Path) -> None:
    def typed(number: int) -> None:
        records.append(tmp_path, "meetings", [{"meeting_id": f"M{number}", "topics": "x" * 5000}])

    with ThreadPoolExecutor(8) as people:
        list(people.map(typed, range(40)))
    kept = records.read(tmp_path, "meetings")
    assert {row["meeting_id"] for row in kept} == {f"M{number}" for number in range(40)}
    assert {row["topics"] for row in kept} == {"x" * 5000}
