"""Headlines of the review: no sentence says more than its likely range and its cases allow."""

from typing import Any

import pytest
from review_worlds import QUARTER, made

from partnership.published import Build
from partnership.review import sentences, texts
from partnership.review.asked import Asked
from partnership.review.cases import cases_of
from partnership.review.composed import composed
from partnership.review.kept import NOTHING_KEPT, Kept, Text
from partnership.review.model import Review, Slide, Tone
from partnership.review.shares import Share
from partnership.review.source import reading
from partnership.settings import Settings
from partnership.targets import Target

ANSWERS = "feedback_latency.on_time_rate"
TWICE = "redundant_submissions.by_agency_rate"
UP, DOWN = Target(0.6, 0.9), Target(0.1, 0.05)

# k, n, Wilson's interval as tables of it give it, what was agreed → what stands, what may not.
PLANTED = [
    (30, 100, 0.219, 0.396, UP, "clearly below the agreed floor of 60 %", "chance"),
    (97, 100, 0.915, 0.990, UP, "clearly at the agreed 90 %", "chance"),
    (75, 100, 0.657, 0.825, UP, "between the agreed floor of 60 % and 90 %", "clearly"),
    (55, 100, 0.452, 0.644, UP, "short of the agreed 90 %, perhaps below the floor", "clearly"),
    (8, 10, 0.490, 0.943, UP, "the distance to the agreed 90 % could be chance", "clearly"),
    (10, 10, 0.722, 1.0, UP, "the agreed 90 % is met, which could be chance", "clearly"),
    (4, 6, 0.300, 0.903, UP, "could be chance", "clearly"),
    (2, 3, 0.208, 0.939, UP, "2 of 3 profiles in time: too few to say more", "%"),
    (5, 10, 0.237, 0.763, None, "no target is agreed yet", "clearly"),
    (0, 1, 0.0, 0.793, UP, "Profiles answered in time: 0 of 1, too few", "%"),
    (0, 0, None, None, UP, "no case in these four quarters", "%"),
    (None, None, None, None, UP, "can't be seen from these files", "0"),
]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return made("three profiles", tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return made("all late", tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def review(build: Build) -> Review:
    return of(build)


def of(build: Build, edition: Any = "hr", tone: Any = "neutral", **kept: Any) -> Review:
    return composed(build, "A1", QUARTER, edition, tone, Kept(**kept), appendix=())


def headline(build: Build, share: Share, edition: Any = "hr", tone: Any = "neutral") -> str:
    with reading(build, "A1") as connection:
        asked = Asked(
            connection=connection, agency_id="A1", agency="Harbour", quarter=QUARTER,
            edition=edition, tone=tone, as_of=None, rules=Settings(),
        )  # fmt: skip
        said = sentences.headline(asked, share, "agency" if share.name == TWICE else "hr")
    return said.replace("\u00a0", " ")


def share(name: str, k: Any, n: Any, low: Any, high: Any, agreed: Target | None) -> Share:
    return Share(name, k, n, k / n if n else None, low, high, agreed)


@pytest.mark.parametrize(("k", "n", "low", "high", "agreed", "stands", "never"), PLANTED)
def test_a_headline_says_what_its_range_allows_in_both_wordings(
    build: Build, k: Any, n: Any, low: Any, high: Any, agreed: Any, stands: str, never: str
) -> None:
    planted = share(ANSWERS, k, n, low, high, agreed)
    assert stands in headline(build, planted)
    assert never not in headline(build, planted).replace(stands, "")
    assert never not in headline(build, planted, tone="direct").replace(stands, "")
    assert headline(build, planted).endswith(".")


def test_where_less_is_better_above_is_worse(build: Build) -> None:
    said = headline(build, share(TWICE, 20, 100, 0.133, 0.289, DOWN))
    assert said.endswith("clearly above the agreed limit of 10 %.")
    said = headline(build, share(TWICE, 12, 100, 0.070, 0.198, DOWN))
    assert said.endswith("over the agreed 5 %, perhaps above the limit of 10 %.")
    said = headline(build, share(TWICE, 1, 100, 0.002, 0.054, DOWN))
    assert said.endswith("the agreed 5 % or less is met, which could be chance.")


@pytest.mark.parametrize(
    ("hr", "theirs", "told"),
    [
        ((30, 100, 0.219, 0.396), (8, 100, 0.041, 0.150), "hr"),  # what is sure goes first
        ((55, 100, 0.452, 0.644), (20, 100, 0.133, 0.289), "agency"),
        ((30, 100, 0.219, 0.396), (30, 100, 0.219, 0.396), "agency"),  # both sure: the farther
        ((1, 100, 0.002, 0.054), (19, 100, 0.125, 0.278), "hr"),  # 59 of 30 points, 9 of 5
        ((97, 100, 0.915, 0.990), (7, 100, 0.034, 0.137), "agency"),  # one side keeps it
        ((97, 100, 0.915, 0.990), (1, 100, 0.002, 0.054), "hr"),  # both do: the surer one
        ((2, 3, 0.208, 0.939), (1, 4, 0.046, 0.699), "agency"),  # few: the one with more cases
    ],
)
def test_a_headline_is_about_the_side_that_lies_farthest_from_what_was_agreed(
    hr: Any, theirs: Any, told: str
) -> None:
    shares = {"hr": share(ANSWERS, *hr, UP), "agency": share(TWICE, *theirs, DOWN)}
    assert sentences.notable(list(shares.values())) is shares[told]
    assert sentences.notable(list(shares.values())[::-1]) is shares[told]


FILLED = "time_to_fill.filled_by_60_rate"


@pytest.mark.parametrize(
    ("filled", "reached", "by_agency", "stands"),
    [
        (21, 41, 6, "21 of 41 (51 %) openings were filled by day 60, 6 of them by Harbour"),
        (21, 41, 21, "21 of 41 (51 %) openings were filled by day 60, all of them by Harbour"),
        (21, 41, 0, "21 of 41 (51 %) openings were filled by day 60, none of them by Harbour"),
        (1, 4, 1, "1 of 4 openings were filled by day 60, by Harbour"),
        (1, 4, 0, "1 of 4 openings were filled by day 60, not by Harbour"),
        (0, 41, 0, "0 of 41 (0 %) openings were filled by day 60;"),
    ],
)
def test_it_says_who_filled(
    build: Build, filled: int, reached: int, by_agency: int, stands: str
) -> None:
    said = Share(FILLED, filled, reached, filled / reached, 0.1, 0.9, None, by_agency)
    for edition in ("hr", "agency"):
        assert stands in headline(build, said, edition)
        assert stands.rstrip(";") in headline(build, said, edition, "direct")


def test_the_agencys_edition_speaks_of_the_clients_shortfall_as_a_gain(build: Build) -> None:
    late = share(ANSWERS, 30, 100, 0.219, 0.396, UP)
    for tone in ("neutral", "direct"):
        said = headline(build, late, "agency", tone)
        assert "30 of 100 (30 %)" in said and "90 % is agreed" in said
        assert not [word for word in ("below", "must", "short", "not good") if word in said.lower()]
    own = share(TWICE, 20, 100, 0.133, 0.289, DOWN)
    assert headline(build, own, "agency") == headline(build, own)


def test_of_three_profiles_there_is_no_percentage(review: Review) -> None:
    speed = next(slide for slide in review.slides if slide.key == "speed")
    assert "2 of 3 profiles in time: too few to say more" in speed.headline
    assert speed.is_short and speed.chart is None and speed.table
    assert "%" not in speed.headline + repr(speed.table.rows)


def test_decisions_are_never_empty(build: Build, review: Review) -> None:
    assert decisions(review) == ["Agree floors and targets for 2026 Q4"]
    quay = composed(build, "A2", QUARTER, "hr", "neutral", NOTHING_KEPT, appendix=())
    assert decisions(quay) == ["Agree floors and targets for 2026 Q4"]


def decisions(review: Review) -> list[str]:
    table = review.slides[0].table
    assert table is not None
    return [row[0] for row in table.rows]


def test_the_worst_lines_become_decisions_and_each_side_is_asked(late: Build) -> None:
    review = of(late, tone="direct")
    # None of twelve questions was answered in time: the whole range lies below 60 %.
    first, second, *_ = decisions(review)
    assert first == "Name one person at Harbour who answers questions within a working day"
    assert "promises past their day" in second
    assert "clearly below" in repr(review.slides[0].table)


@pytest.mark.parametrize("tone", ["neutral", "direct"])
def test_headline_and_table_speak_of_the_same_promises(late: Build, tone: Tone) -> None:
    slide = slide_of(of(late, tone=tone), "promises")
    assert (
        "Past their day and still open: 1 by HR and, from before, 1 by HR" in slide.headline
    ) == (tone == "direct")
    assert "Harbour kept 0 of 1 in time, HR kept 0 of 1 in time" in slide.headline
    assert "from before" in slide.headline
    assert slide.table is not None
    assert [(row[0], row[3].replace("\xa0", " ")) for row in slide.table.rows] == [
        ("Show the team", "▼ open, 152 days late"),
        ("Name a stand-in", "▼ open, 60 days late"),
        ("Name a stand-in", "○ dropped, 20 Aug 2026"),
    ]


SENTENCE = "HR answered 51 of 100 (51 %) profiles in time: short of the agreed 90 %."
MINE = "Answers in time: 51 of 100, we want 90 %."


def test_numbers_of_a_written_text_follow_the_figures() -> None:
    now = SENTENCE.replace("51", "49").replace("of 100", "of 102")
    shown = texts.shown(Text(MINE, SENTENCE), now)
    assert shown.text == "Answers in time: 49 of 102, we want 90 %."
    assert "51 → 49" in shown.warning and "100 → 102" in shown.warning
    assert texts.shown(Text(MINE, SENTENCE), SENTENCE) == texts.Shown(MINE)


def test_all_numbers_of_a_text_follow_or_none() -> None:
    then, now = "205 of 469 (39\u00a0%) in time.", "183 of 469 (44\u00a0%) in time."
    # Typed with another kind of space, or none, it is the same number.
    for typed in ("Only 205, 39 %.", "Only 205, 39%."):
        shown = texts.shown(Text(typed, then), now)
        assert shown.text == "Only 183, 44\u00a0%." and "39% → 44\u00a0%" in shown.warning
    half = texts.shown(Text("Only 205, 39 percent.", then), now)
    assert half.text == "Only 205, 39 percent." and now in half.warning


def test_a_text_about_another_sentence_stays_and_says_so() -> None:
    now = "HR answered 92 of 100 (92 %) profiles in time: clearly at the agreed 90 %."
    shown = texts.shown(Text(MINE, SENTENCE), now)
    assert shown.text == MINE and now in shown.warning and SENTENCE in shown.warning


def test_a_number_that_could_mean_two_is_not_replaced() -> None:
    then, now = "7 of 7 in time: 7 %.", "8 of 9 in time: 7 %."
    assert texts.shown(Text("All 7!", then), now).text == "All 7!"
    assert texts.shown(Text("All 7!", then), now).warning


def test_a_written_headline_stands_on_its_slide_alone(review: Review) -> None:
    slide = review.slides[0]
    kept = Kept({(slide.key, texts.HEADLINE): Text("Decide!", slide.headline)})
    assert texts.applied(slide, kept).headline == "Decide!"
    assert texts.applied(review.slides[1], kept) == review.slides[1]
    assert texts.warnings(slide, kept) == []


def test_written_decisions_take_the_place_of_the_proposed(build: Build) -> None:
    written = Text("Meet weekly | both | 1 Nov 2026\nAgree floors and targets for 2026 Q4 | HR |")
    slide = of(build, texts={("decisions", texts.DECISIONS): written}).slides[0]
    assert slide.table is not None
    assert slide.table.rows[0] == ("Meet weekly", "–", "both", "1 Nov 2026")
    assert slide.table.rows[1][1].startswith("No floor or target is agreed")
    assert slide.headline == "Two decisions are asked for, first: meet weekly."


def test_a_new_promise_stands_on_the_next_quarter(build: Build) -> None:
    promise = {"commitment_id": "typed-1", "agency_id": "A1", "owner": "agency",
               "due_on": "2026-11-30", "text": "a market note"}  # fmt: skip
    slide = slide_of(of(build, promises=(promise,)), "next_quarter")
    assert "Harbour promises: a market note, by 30 Nov 2026 (new)" in slide.points
    cases = cases_of(build, "A1", QUARTER, Kept(promises=(promise,)))
    (row,) = cases.sheets["Promises"].to_dict("records")
    assert (row["Promise"], row["Whose"], row["State"]) == (
        "a market note", "Harbour", "not due yet (entered after these figures)",
    )  # fmt: skip


def slide_of(review: Review, key: str) -> Slide:
    return next(slide for slide in review.slides if slide.key == key)
