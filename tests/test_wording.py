"""Messages as people read them."""

import pytest

from partnership.wording import columns_as_words, sentence


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("the column opened_on holds '01/02/2025'", "the column opened on holds '01/02/2025'"),
        ("no column 'search_id', 'opened_on'", "no column 'search id', 'opened on'"),
        ("meeting_attendees.csv is empty", "meeting_attendees.csv is empty"),
        ("in exports/stage_events.json", "in exports/stage_events.json"),
        ("ends with opened_on.", "ends with opened on."),
        ("ann_b@example.org", "ann_b@example.org"),
        ("Ann_Zebra", "Ann_Zebra"),
    ],
)
def test_columns_read_as_words_and_files_keep_their_names(message: str, read: str) -> None:
    assert columns_as_words(message) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("which of these?", "Which of these?"),
        ("candidates.csv is empty", "candidates.csv is empty"),
        ("60 MB are needed", "60 MB are needed"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_unless_a_name_does(text: str, read: str) -> None:
    assert sentence(text) == read
