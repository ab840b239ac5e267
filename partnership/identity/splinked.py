"""The comparisons as Splink runs them; loaded only when there is a pair to weigh."""

from typing import Any

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import Linker, SettingsCreator
from splink.backends.duckdb import DuckDBAPI
from splink.internals.blocking_rule_library import CustomRule
from splink.internals.comparison_level_creator import ComparisonLevelCreator

from partnership.identity.weights import (
    APART,
    COMPARISONS,
    ELSE,
    Comparison,
    Level,
    chance_before,
)

# Under so many records nobody can tell from them how common a name is.
ENOUGH = 500
# However rare a name is, this is as rare as it counts.
RAREST = 1e-5


def predict(connection: duckdb.DuckDBPyConnection, records: int) -> str:
    """The table with a row per pair of staging.to_compare of weight APART or more; there are
    so many records in all."""
    # Splink finds a table by its bare name alone.
    connection.execute("create or replace view __splink__record as from staging.to_compare")
    known = DuckDBAPI(connection).register("__splink__record", dataset_display_name="record")
    linker = Linker(known, _settings(records), log_level="ERROR")
    return str(linker.inference.predict(threshold_match_weight=APART).physical_name)


def _settings(records: int) -> SettingsCreator:
    """How so many records are compared."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="candidate_id",
        probability_two_random_records_match=chance_before(records),
        comparisons=[_comparison(comparison, records >= ENOUGH) for comparison in COMPARISONS],
        blocking_rules_to_generate_predictions=[
            CustomRule("l.blocks = r.blocks", arrays_to_explode=["blocks"])
        ],
        retain_intermediate_calculation_columns=True,
        retain_matching_columns=True,
    )


def _comparison(comparison: Comparison, is_enough: bool) -> cl.CustomComparison:
    unknown = f"{comparison.column}_l is null or {comparison.column}_r is null"
    silent = cll.CustomLevel(unknown, label_for_charts="not known").configure(is_null_level=True)
    levels: list[ComparisonLevelCreator | dict[str, Any]] = [
        silent,
        *(_level(level, is_enough) for level in comparison.levels),
    ]
    return cl.CustomComparison(output_column_name=comparison.what, comparison_levels=levels)


def _level(level: Level, is_enough: bool) -> ComparisonLevelCreator:
    chosen: ComparisonLevelCreator = cll.CustomLevel(level.when)
    if level.when == ELSE:
        chosen = cll.ElseLevel()
    elif level.counts_how_rare and is_enough:
        chosen = cll.ExactMatchLevel(level.counts_how_rare)
        chosen.configure(tf_adjustment_column=level.counts_how_rare, tf_minimum_u_value=RAREST)
    return chosen.configure(
        m_probability=level.m,
        u_probability=level.u,
        label_for_charts=level.name,
        fix_m_probability=True,
        fix_u_probability=True,
    )
