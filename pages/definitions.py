"""Definitions: what does this number mean?"""

from functools import partial

import pandas as pd

from partnership import charts
from partnership.findings import forecast
from partnership.labels import both_sides as both_sides_words
from partnership.labels import definitions as words
from partnership.labels import forecast as forecast_words
from partnership.labels import overview as overview_words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen

screen = open_screen(
    words.TITLE, metrics=("forecast_check",), is_filtered=False, readers=EVERY_READER
)
screen.say(words.INTRO)

for title, metrics in words.SECTIONS.items():
    screen.definitions(title, metrics)

# How forecasts came out counts the openings of every agency.
if screen.is_hrs:
    with screen.part():
        check = screen.rows("forecast_check", filters=screen.whole_time)
        screen.say(forecast.check_said(check), title=forecast_words.CHECK)
        for half, within in zip(screen.halves(), forecast.WITHIN, strict=True):
            with half:
                screen.chart(
                    forecast_words.CHECK_CHART.format(within=within),
                    forecast.check_table(check, within),
                    partial(charts.bars, axis=forecast_words.CHECK_AXIS, **forecast.CHECKED),
                    columns=forecast_words.CHECK_COLUMNS,
                    instead=forecast.too_few_to_check(check, within),
                )
    screen.say(overview_words.STATUS_RULES, title=overview_words.STATUS_RULES_TITLE)
    screen.say(overview_words.CHANGES_RULE, title=overview_words.CHANGES_RULE_TITLE)
screen.say(both_sides_words.RULES, title=both_sides_words.RULES_TITLE)
screen.say(words.FEW_CASES_TEXT, title=words.FEW_CASES)
screen.table(
    words.BENCHMARKS,
    pd.DataFrame(words.BENCHMARK_ROWS, columns=words.BENCHMARK_COLUMNS),
    note=words.BENCHMARKS_NOTE,
)
screen.close()
