"""Charts draw every row once, as text where people typed, with units on their axes and gaps for
gaps."""

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from partnership import charts, palette

CURVE = pd.DataFrame(
    {
        "day": [20, 45, 200],
        "filled_by_agency": [0.2, 0.3, 0.5],
        "filled_otherwise": [0.1, 0.1, 0.2],
        "cancelled": [0.0, 0.1, 0.1],
        "still_open": [0.7, 0.5, 0.2],
    }
)
RATES = pd.DataFrame(
    {
        "label": ["Harbour", "<b>Quay</b>", "Linden", "Silent"],
        "accepted": [15, 2, 9, 0],
        "answered": [20, 3, 10, 0],
        "acceptance_rate": [0.75, 0.667, 0.9, None],
        "low": [0.5, 0.2, 0.6, None],
        "high": [0.9, 0.9, 0.98, None],
    }
)


def bars_of_rates(**more: object) -> Figure:
    return charts.bars(
        RATES,
        value="acceptance_rate",
        low="low",
        high="high",
        of=("accepted", "answered"),
        axis="Accepted, %",
        **more,
    )


def test_the_layers_of_the_curve_add_up_to_everything_on_every_day() -> None:
    figure = charts.filled_by_whom(CURVE)
    days = [list(trace.x) for trace in figure.data]
    assert all(each == [0, 20, 45, 180] for each in days)
    totals = [sum(values) for values in zip(*(trace.y for trace in figure.data), strict=True)]
    assert totals == pytest.approx([100.0] * 4)


def test_the_curve_says_both_middle_values_and_only_those_it_has() -> None:
    both = charts.filled_by_whom(CURVE, naive_median=41.0, honest_median=61.0)
    texts = [note.text for note in both.layout.annotations]
    assert ["41" in texts[0], "61" in texts[1]] == [True, True]
    assert not charts.filled_by_whom(CURVE, naive_median=float("nan")).layout.annotations


def test_axes_carry_their_units() -> None:
    curve, bars = charts.filled_by_whom(CURVE), bars_of_rates()
    assert "%" in curve.layout.yaxis.title.text and "Days" in curve.layout.xaxis.title.text
    assert bars.layout.xaxis.title.text == "Accepted, %"


def test_bars_are_sorted_with_the_largest_on_top_and_a_missing_rate_is_no_bar() -> None:
    bar = bars_of_rates().data[0]
    assert list(bar.customdata) == ["<b>Quay</b>", "Harbour", "Linden"]
    # Two of three is no share: it has its words and no bar.
    assert list(bar.x) == pytest.approx([0, 75, 90])


def test_a_bar_says_k_of_n_and_no_percentage_under_five_cases() -> None:
    assert list(bars_of_rates().data[0].text) == [
        "2 of 3",
        "75\u00a0% · 15 of 20",
        "90\u00a0% · 9 of 10",
    ]


def test_what_people_typed_is_text_and_not_markup() -> None:
    assert "<b>" not in "".join(bars_of_rates().data[0].y)


def test_the_likely_range_reaches_from_low_to_high_but_not_under_five_cases() -> None:
    ranges = bars_of_rates().data[0].error_x
    assert pd.isna(ranges.array[0]) and list(ranges.array[1:]) == pytest.approx([15, 8])
    assert list(ranges.arrayminus[1:]) == pytest.approx([25, 30])


def test_only_the_focused_bar_is_coloured_and_a_bar_of_few_cases_never() -> None:
    colours = bars_of_rates(focus=["Harbour"]).data[0].marker.color
    assert list(colours) == [palette.PALE, palette.FOCUS, palette.OTHERS]


def test_of_equal_bars_the_first_row_is_on_top() -> None:
    steps = pd.DataFrame({"label": ["accepted", "started"], "count": [0, 0], "said": ["0", "0"]})
    bar = charts.bars(steps, value="count", unit="count", said="said", axis="Submissions").data[0]
    assert list(bar.y) == ["started", "accepted"]


def test_an_axis_with_nothing_but_words_reaches_to_the_whole() -> None:
    few = RATES[RATES["label"] == "<b>Quay</b>"]
    figure = charts.bars(few, value="acceptance_rate", of=("accepted", "answered"), axis="%")
    assert list(figure.layout.xaxis.range) == [0, 135] and not charts.is_blank(figure)


def test_small_counts_have_a_tick_at_every_number_and_none_between() -> None:
    rows = pd.DataFrame({"label": ["A", "B"], "seen": [1, 2]})
    parts = {"seen": ("seen", palette.BLUE)}
    few = charts.stacked_bars(rows, parts, axis="Offers", upright=True)
    many = charts.stacked_bars(rows.assign(seen=[10, 60]), parts, axis="Offers", upright=True)
    assert (few.layout.yaxis.dtick, many.layout.yaxis.dtick) == (1, None)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_letters_on_bars_and_beside_them_can_be_read() -> None:
    grounds = (*palette.SEQUENCE, palette.PALE)
    assert min(contrast(ground, palette.text_on(ground)) for ground in grounds) >= 4.5
    assert contrast(palette.INK["light"], "#FFFFFF") >= 4.5
    assert contrast(palette.INK["dark"], "#10161F") >= 4.5


def test_ink_reaches_axes_labels_and_legend() -> None:
    figure = charts.in_ink(charts.filled_by_whom(CURVE, honest_median=61.0), "#123456")
    layout = figure.layout
    said = (layout.xaxis.tickfont, layout.yaxis.title.font, layout.legend.font)
    assert {font.color for font in (*said, layout.annotations[0].font)} == {"#123456"}
    labels = charts.in_ink(bars_of_rates(), "#123456").data[1]
    assert labels.textfont.color == "#123456"


def test_a_trend_keeps_the_order_of_its_quarters_and_leaves_a_gap() -> None:
    rows = pd.DataFrame(
        {
            "label": ["2026Q1", "2026Q2", "2026Q3"],
            "rate": [0.5, None, 0.7],
            "k": [5, 0, 7],
            "n": [10, 0, 10],
        }
    )
    line = charts.trend(rows, value="rate", of=("k", "n"), axis="%").data[0]
    assert list(line.x) == ["2026 Q1", "2026 Q2", "2026 Q3"]
    assert line.y[0] == 50 and pd.isna(line.y[1]) and line.y[2] == pytest.approx(70)


def test_a_quarter_of_few_cases_says_k_of_n_on_the_ground_and_has_no_dot() -> None:
    rows = pd.DataFrame(
        {"label": ["2026Q1", "2026Q2"], "rate": [0.5, 0.7], "k": [1, 7], "n": [2, 10]}
    )
    line, texts = charts.trend(rows, value="rate", of=("k", "n"), axis="%").data
    assert list(texts.text) == ["1 of 2<br>", "70\u00a0%<br>"]
    assert pd.isna(line.y[0]) and line.y[1] == pytest.approx(70)
    assert list(texts.y) == pytest.approx([0, 70])


def test_a_class_the_files_cannot_show_is_not_drawn_as_zero() -> None:
    rows = pd.DataFrame({"label": ["A", "B"], "seen": [3, 0], "unseen": [None, None]})
    parts = {"seen": ("seen", palette.BLUE), "unseen": ("unseen", palette.GREY)}
    figure = charts.stacked_bars(rows, parts, axis="Submissions")
    assert [trace.name for trace in figure.data] == ["seen"]
    assert list(figure.data[0].text) == ["3", ""]


def test_the_strip_shows_meetings_held_and_missed_and_only_silences_over_the_interval() -> None:
    day = pd.Timestamp
    meetings = pd.DataFrame(
        {
            "label": ["Harbour"] * 3,
            "met_on": [day("2026-01-05"), day("2026-01-12"), day("2026-01-20")],
            "status": ["held", "held", "no_show"],
            "formality": ["formal", "informal", "formal"],
        }
    )
    silences = pd.DataFrame(
        {
            "label": ["Harbour", "Harbour"],
            "gap_start": [day("2026-01-05"), day("2026-01-12")],
            "gap_end": [day("2026-01-12"), day("2026-02-20")],
            "silent_days": [7, 39],
            "interval_days": [14, 14],
        }
    )
    drawn = {trace.name: trace for trace in charts.meeting_strip(meetings, silences).data}
    assert [len(drawn[name].x) for name in ("held, formal", "held, informal")] == [1, 1]
    assert len(drawn["cancelled or nobody came"].x) == 1
    silence = drawn["silent for longer than agreed"]
    assert list(silence.x[:2]) == [day("2026-01-26"), day("2026-02-20")]


def test_ages_show_the_oldest_on_top_and_no_more_than_asked_for() -> None:
    rows = pd.DataFrame(
        {"label": list("abcd"), "age": [10, 40, 20, 30], "is_on_hold": [False, True, False, False]}
    )
    figure = charts.ages(
        rows, days="age", at_most=3, kind="is_on_hold", marked={True: palette.GREY}
    )
    assert list(figure.data[0].x) == [20, 30, 40]
    assert list(figure.data[0].marker.color) == [palette.FOCUS, palette.FOCUS, palette.GREY]
    said = charts.ages(rows.assign(chance=["", "", "9 %", "33 %"]), days="age", beside="chance")
    assert list(said.data[0].text) == ["10", "20 · 9 %", "30 · 33 %", "40"]


def test_a_legend_has_room_above_two_bars() -> None:
    rows = pd.DataFrame({"label": ["Harbour", "Quay"], "one": [1, 0], "two": [0, 1]})
    parts = {"one": ("sent twice", palette.OTHERS), "two": ("sent again", palette.PALE)}
    figure = charts.stacked_bars(rows, parts, axis="Submissions")
    assert figure.layout.height >= 250
