"""What the command line says when only a person can answer."""

import pytest

from partnership.commands.printing import answer_flags, shell_word
from partnership.errors import NeedsAnswer


def asked(question: str, about: str, choices: dict[str, str]) -> NeedsAnswer:
    return NeedsAnswer("which?", "", question=question, about=about, choices=choices)


def test_sources_come_as_options_to_copy() -> None:
    said = answer_flags(asked("agencies", "*", {"Acme GmbH": "50 rows", "Web": "2 rows"}))
    assert '--agency "Acme GmbH" --agency Web\n' in said
    assert "--not-agency" in said and "SPELLING=NAME" in said and "more" not in said


def test_many_sources_are_not_all_spelled_out() -> None:
    said = answer_flags(asked("agencies", "*", {f"S{number}": "" for number in range(40)}))
    assert "S11 … and 28 more" in said and "S12" not in said


@pytest.mark.parametrize(
    ("question", "about", "choices", "said"),
    [
        ("date_order", "a.csv", "dmy mdy", "--date-order a.csv=dmy or --date-order a.csv=mdy"),
        ("decimal", "*", ". ,", "--decimal . or --decimal ,"),
        ("column", "candidates.source", "quelle", "--column candidates.source=quelle"),
        ("date_order", "my file.csv", "dmy", '--date-order "my file.csv=dmy"'),
        ("column", "searches.title", " ".join("abcdefghijklm"), "--column searches.title=ANSWER"),
    ],
)
def test_an_answer_is_an_option_to_copy(question: str, about: str, choices: str, said: str) -> None:
    assert answer_flags(asked(question, about, dict.fromkeys(choices.split(), ""))) == said


@pytest.mark.parametrize(
    ("word", "quoted"),
    [("a.csv=dmy", "a.csv=dmy"), ("Acme & Co", '"Acme & Co"'), ('say "x"', '"say \\"x\\""')],
)
def test_a_word_is_quoted_where_a_shell_would_take_it_apart(word: str, quoted: str) -> None:
    assert shell_word(word) == quoted
