"""Files dropped on the screen: built in a process of its own, within limits."""

from pathlib import Path

import pytest
from small_export import SEARCHES, write_export

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
