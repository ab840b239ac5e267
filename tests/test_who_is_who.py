"""Who is who: pairs in words, the verdict that a person gives, and how good the links are."""

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from asking import GivenExport
from screen_builds import made_once
from small_export import write_export
from streamlit.testing.v1 import AppTest

from partnership import builds, charts, entries, settings
from partnership.findings import who_is_who as findings
from partnership.identity.weights import COMPARISONS
from partnership.labels import who_is_who as words
from partnership.pasted import from_file
from partnership.queries import metric_rows, opened
from partnership.readers import HR
from partnership.ui.judged import as_file

PAGES = Path(__file__).parent.parent / "pages"
Row = dict[str, Any]


def pair(*parts: tuple[str, str, float], **more: Any) -> Row:
    """A pair in doubt, weighed by these parts from a doubt of −12."""
    evidence = [{"what": what, "level": level, "weight": weight} for what, level, weight in parts]
    weight = sum(part["weight"] for part in evidence) - 12 if parts else None
    known = {f"{fact}_{side}": None for fact in words.FACTS for side in "ab"}
    known |= {"candidate_id_a": "c1", "candidate_id_b": "c2", "queue": "review", "verdict": None}
    known |= {"rule": "alike", "status": "review", "weight": weight, "doubt": -12.0}
    return known | {"evidence": evidence or None} | more


PHONE_AND_NEAR = pair(("phone", "same", 18.5), ("surname", "near", 6.5), ("email", "other", 1.0))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (PHONE_AND_NEAR, "Same phone number · surname nearly the same · other e-mail address."),
        (pair(("surname", "same", 9.7)), "Same surname, and rare here."),
        (pair(("surname", "same", 7.6)), "Same surname."),
        (pair(("given_name", "same", 4.2)), "Same first name, but common here."),
        (
            pair(("given_name", "turned", 0.0), ("surname", "turned", 11.0)),
            "First name and surname turned round.",
        ),
        (pair(rule="phone_only"), words.RULES["phone_only"]),
    ],
)
def test_the_reasons_are_a_sentence_the_strongest_first(row: Row, said: str) -> None:
    assert findings.reasons(row) == said


@pytest.mark.parametrize(
    ("weight", "said"),
    # 1 + 2 to the power of the weight: 9; 16,385; 1,048,577.
    [(3.0, "1 in 9 "), (14.0, "1 in 16,000 "), (20.0, "less than 1 in a million ")],
)
def test_how_likely_it_is_coincidence(weight: float, said: str) -> None:
    assert said in findings.coincidence(PHONE_AND_NEAR | {"weight": weight})
    assert findings.coincidence(pair(rule="phone_only")) == ""


def test_why_it_was_taken_for_one_person_or_is_left_to_people() -> None:
    no_key = pair(("surname", "same", 8.7), ("place", "same", 9.6))
    assert findings.why(no_key) == words.NO_KEY
    linked = PHONE_AND_NEAR | {"rule": "phone_and_surname", "status": "linked"}
    assert "by the same phone number and surname." in findings.why(linked)
    assert findings.why(PHONE_AND_NEAR) == findings.why(pair(rule="phone_only")) == ""
    sent = pd.DataFrame({"would_repeat": [True, False]})
    assert findings.would_repeat(PHONE_AND_NEAR, sent) == words.WOULD_REPEAT_ONE
    assert findings.would_repeat(linked, sent) == ""


def test_rare_and_common_are_measured_from_the_weights_that_are_used() -> None:
    levels = findings.levels(
        (comparison.what, level.name, level.m, level.u)
        for comparison in COMPARISONS
        for level in comparison.levels
    )
    same = levels[levels["in_words"].isin(["same surname", "same first name"])]
    assert list(same["weight"]) == [f"{weight:+.1f}" for weight in findings.USUAL.values()]
    assert (levels["in_words"] != "").all()


def test_the_upper_bound_adds_what_hangs_on_undecided_pairs() -> None:
    redundant = {"redundant": 12, "submissions": 100, "unreviewed": 4}
    cards = findings.cards(pd.DataFrame([PHONE_AND_NEAR]), {}, redundant)
    assert [card.value for card in cards] == ["1", "12\u00a0%", "16\u00a0%"]
    judged = {("c1", "c2"): {"verdict": "unsure"}}
    assert findings.cards(pd.DataFrame([PHONE_AND_NEAR]), judged, None)[0].value == "0"


def test_the_steps_begin_at_the_doubt_and_end_at_the_sum() -> None:
    steps = findings.steps(PHONE_AND_NEAR)
    assert list(steps["weight"]) == [-12.0, 18.5, 6.5, 1.0, 14.0]
    bars = charts.waterfall(steps, axis="Weight").data[0]
    # From the bottom up: the sum from zero, then each step where the one before it ended.
    assert list(bars.base) == [0.0, 13.0, 6.5, -12.0, 0.0]
    assert list(bars.x) == [14.0, 1.0, 6.5, 18.5, -12.0]


def quality(given: GivenExport, people: list[Row], *verdicts: tuple[int, int, str]) -> Row:
    candidates = [{"candidate_id": f"c{n}"} | person for n, person in enumerate(people)]
    said = [
        {"candidate_id_a": f"c{a}", "candidate_id_b": f"c{b}", "verdict": verdict}
        for a, b, verdict in verdicts
    ]
    submissions = [{"candidate_id": row["candidate_id"]} for row in candidates]
    export = given(candidates=candidates, submissions=submissions, verdicts=said)
    (row,) = export.metric("linkage_quality")
    return dict(row)


def of(row: Row, *names: str) -> list[Any]:
    return [row[name] for name in names]


ANA, ZOE, MIA = ({"full_name": name} for name in ("Ana Kova", "Zoe Lind", "Mia Berg"))
PROFILE, PHONE = {"linkedin_url": "ana"}, {"phone": "+49 170 1234560"}


def test_the_links_are_measured_by_what_people_said(given: GivenExport) -> None:
    # Linked by a profile: 0–1. One phone under two names: 2–3. Nothing in common: 4–5.
    people = [ANA | PROFILE, ANA | PROFILE, ZOE | PHONE, MIA | PHONE, {"full_name": "Ida Holt"},
              {"full_name": "Yusuf Demir"}]  # fmt: skip
    names = ("pairs", "automatic", "judged", "undecided", "checked", "said_same")
    nothing = quality(given, people)
    assert of(nothing, *names) == [2, 1, 0, 1, 0, 0]
    assert of(nothing, "right_rate", "found_rate", "compared_rate") == [None] * 3

    told = quality(given, people, (0, 1, "same"), (2, 3, "same"), (4, 5, "same"))
    assert of(told, *names) == [3, 0, 3, 0, 1, 3]
    assert of(told, "right_rate", "found_same", "compared_same") == [1.0, 2, 2]

    wrong = quality(given, people, (0, 1, "different"), (2, 3, "unsure"))
    assert of(wrong, *names) == [2, 0, 1, 1, 1, 0]
    assert of(wrong, "right_of_checked", "right_rate") == [0, 0.0]


def test_each_kind_of_link_counts_for_as_many_as_there_are(given: GivenExport) -> None:
    # Three links by a profile that nobody weighs (their keys say it all), one by likeness: judged
    # are one of the three (right) and the one (wrong), so 3 of 4 and not 1 of 2 are right.
    people: list[Row] = []
    for n, name in enumerate(("Ana Kova", "Zoe Lind", "Mia Berg")):
        people += [{"full_name": name, "linkedin_url": f"p{n}"}] * 2
    birth = {"date_of_birth": "1990-05-17"}
    people += [{"full_name": "Robert Stone"} | birth, {"full_name": "Bob Stone"} | birth]
    row = quality(given, people, (0, 1, "same"), (6, 7, "different"))
    assert of(row, "pairs", "checked", "right_of_checked", "right_rate") == [4, 2, 1, 0.75]
    # Weights of 3 and 1: (3 + 1)² / (9 + 1) = 1.6 pairs' worth; for 1.2 of 1.6 the
    # middle is 3.1207 / 5.4415 and the half width 1.96 · √(0.3 + 0.9604) / 5.4415.
    assert row["right_low"] == pytest.approx(0.1691, abs=0.0001)
    assert row["right_high"] == pytest.approx(0.9779, abs=0.0001)


def test_what_was_missed_is_measured_by_pairs_that_were_left_apart(given: GivenExport) -> None:
    # Three Annas of one postcode with other surnames: compared, and left apart. There are no other
    # pairs like these three, so each stands for itself.
    annas = [{"full_name": f"Anna {surname}", "postcode": "89073"}
             for surname in ("Meyer", "Ostrov", "Pirelli")]  # fmt: skip
    people = [ZOE | PHONE, ZOE | PHONE, *annas]
    nobody = quality(given, people, (0, 1, "same"))
    assert of(nobody, "found_same", "drawn_judged", "found_rate") == [1, 0, None]
    pairs = [(2, 3), (2, 4), (3, 4)]
    none = quality(given, people, (0, 1, "same"), *((a, b, "different") for a, b in pairs))
    assert of(none, "pairs", "drawn_judged", "found_rate", "found_high") == [4, 3, 1.0, 1.0]
    # Of three looked at none was one person: up to 0.5615 of them could be, 1.68 pairs.
    assert none["found_low"] == pytest.approx(1 / (1 + 3 * 0.5615), abs=0.001)
    missed = quality(given, people, (0, 1, "same"), (2, 3, "same"), (2, 4, "different"))
    # Two of three looked at, one of them missed: 1.5 of the three.
    assert missed["drawn_judged"] == 2 and missed["found_rate"] == pytest.approx(1 / 2.5)


# --- the screen ------------------------------------------------------------------------------


@pytest.fixture
def screen(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")

    def open_screen(kind: str = "sample", **asked: str) -> AppTest:
        monkeypatch.setattr(settings, "BUILDS", made_once(kind, tmp_path_factory.getbasetemp()))
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        for key, value in asked.items():
            app.query_params[key] = value
        app = app.switch_page("who_is_who.py").run()
        for field in app.text_input:
            if field.key == "your name":
                field.set_value("Ann")
        return app

    return open_screen


def kept() -> list[dict[str, str]]:
    return [dict(entry.values) for entry in entries.kept(settings.RECORDS / "sample", "verdicts")]


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception and not app.error
    return app


def heads(app: AppTest) -> str:
    """The two records that are shown."""
    (html,) = [e.proto.body for e in app.get("html") if 'class="pair"' in e.proto.body]
    return str(html)


def test_a_verdict_is_kept_the_next_pair_comes_and_the_last_is_taken_back(
    screen: Callable[..., AppTest],
) -> None:
    app = screen()
    first = heads(app)
    why = next(field for field in app.text_input if str(field.key).startswith("why "))
    why.set_value("same birthday cake")
    press(app, "verdict same")
    (verdict,) = kept()
    assert verdict["candidate_id_a"] < verdict["candidate_id_b"]
    assert verdict["verdict"] == "same" and verdict["judged_by"] == "Ann"
    assert verdict["reason"] == "same birthday cake"
    assert (
        verdict["judged_on"] == date.today().isoformat()
    )  # when somebody judged, not the figures' day
    assert heads(app) != first and "judged so far: 1" in app.markdown[1].value
    press(app, "verdict unsure")
    assert len(kept()) == 2
    press(app, "undo")
    assert kept() == [verdict]


def test_nobody_judges_without_a_name(screen: Callable[..., AppTest]) -> None:
    app = screen()
    next(field for field in app.text_input if field.key == "your name").set_value("")
    app.button(key="verdict same").click().run()
    assert kept() == [] and len(app.error) == 1


def test_a_pair_that_was_judged_is_judged_again(screen: Callable[..., AppTest]) -> None:
    app = screen()
    first = heads(app)
    press(app, "verdict same")
    (verdict,) = kept()
    again = (verdict["candidate_id_a"], verdict["candidate_id_b"])
    app.session_state["pair judged again"] = again
    app.run()
    assert heads(app) == first
    press(app, "verdict different")
    assert [each["verdict"] for each in kept()] == ["different"]


def test_taking_back_a_corrected_verdict_brings_the_earlier_one_back(
    screen: Callable[..., AppTest],
) -> None:
    app = press(screen(), "verdict same")
    (first,) = kept()
    app.session_state["pair judged again"] = findings.key_of(first)
    app.run()
    app = press(app, "verdict different")
    assert [each["verdict"] for each in kept()] == ["different"]
    app = press(app, "undo")
    assert kept() == [first]
    # Judged again, it can be taken back altogether.
    app.session_state["pair judged again"] = findings.key_of(first)
    app.run()
    press(app, "take back")
    assert kept() == []


def test_verdicts_are_pasted_checked_and_kept_in_the_place_of_older_ones(
    screen: Callable[..., AppTest],
) -> None:
    app = press(screen(), "verdict same")
    (first,) = kept()
    one, other = findings.key_of(first)
    app.session_state["several verdicts"] = True
    app.run()
    (field,) = [area for area in app.text_area if str(area.key).startswith("paste verdicts")]
    field.set_value(f"{other}\t{one}\tTwo people\nK-0001\tno such record\tsame")
    app.run()
    assert "1 thing does not fit" in app.error[0].value and len(kept()) == 1
    (field,) = [area for area in app.text_area if str(area.key).startswith("paste verdicts")]
    field.set_value(f"{other}\t{one}\tTwo people\nK-0001\tK-0002\tunsure")
    app.run()
    press(app, "save all verdicts")
    found = {findings.key_of(each): each["verdict"] for each in kept()}
    assert found == {(one, other): "different", ("K-0001", "K-0002"): "unsure"}


def test_the_file_that_the_screen_gives_comes_back(tmp_path: Path) -> None:
    judged = {"candidate_id_a": "C1", "candidate_id_b": "C2", "verdict": "same"}
    judged |= {"judged_on": "2026-03-01", "judged_by": "Ann", "reason": "knows both; says, so"}
    assert from_file("verdicts", as_file([judged]), {}) == {"verdicts": [judged]}
    semicolons = b"One record;The other record;Verdict\r\nC1;C2;One person\r\n"
    (row,) = from_file("verdicts", semicolons, {})["verdicts"]
    assert (row["candidate_id_b"], row["verdict"]) == ("C2", "same")


def test_the_way_to_a_figure_is_shown_until_the_sample_is_judged(
    screen: Callable[..., AppTest],
) -> None:
    app = screen()
    said = [text.value for text in app.markdown if "wait to be checked" in text.value]
    assert len(said) == 1 and "pairs of records taken for one person" in said[0]
    app = press(app, "check sample")
    assert words.QUEUE_INTRO["sample"] in [text.value for text in app.markdown]
    app = press(app, "verdict same")
    assert any("counted at the next update: 1 pair" in text.value for text in app.markdown)


def test_a_queue_that_is_cut_says_so() -> None:
    pairs = pd.DataFrame([PHONE_AND_NEAR] * 3)
    assert findings.cut_off(pairs, 9) == ""
    pairs.attrs["most"] = 3
    assert "Laid out are the 3 weightiest of 9 pairs" in findings.cut_off(pairs, 9)
    assert findings.cut_off(pairs, 3) == ""


def test_some_automatic_ones_can_be_checked_and_nothing_to_judge_says_so(
    screen: Callable[..., AppTest],
) -> None:
    app = screen(queue=words.QUEUES["sample"])
    assert words.QUEUE_INTRO["sample"] in [text.value for text in app.markdown]
    press(app, "verdict same")
    assert len(kept()) == 1
    empty = screen("one row")
    assert words.NOTHING_TO_JUDGE_HINT["review"] in [info.value for info in empty.info]


def test_the_file_of_verdicts_is_read_as_an_export(tmp_path: Path) -> None:
    judged = {"candidate_id_a": "C1", "candidate_id_b": "C2", "verdict": "same"}
    judged |= {"judged_on": "2026-03-01", "judged_by": "Ann", "reason": "knows both; says so"}
    file = as_file([judged])
    assert list(csv.DictReader(StringIO(file.decode("utf-8-sig")))) == [judged]
    export = write_export(tmp_path / "export")
    (export / "verdicts.csv").write_bytes(file)
    made = builds.build([export], builds=tmp_path / "builds")
    connection = opened(HR.file_in(made.path))
    rows = metric_rows(connection, "pair_to_judge", folder="rows")
    assert list(rows["verdict"]) == ["same"] and list(rows["status"]) == ["linked"]
    connection.close()
