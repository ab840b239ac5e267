"""Pairs of candidate records that may be one person, and what speaks for it.

Reads staging.to_compare; leaves staging.weighed_pair: a row per pair of weight REVIEW or more, and
staging.unlike_pair: some of the pairs under it, drawn by their ids, the same ones every time.
"""

from collections.abc import Set

import duckdb

from partnership.identity.weights import COMPARISONS, REVIEW, Comparison

EMPTY = """create or replace table staging.weighed_pair (
    candidate_id_a varchar, candidate_id_b varchar, weight double, has_equal_key boolean,
    evidence struct(what varchar, level varchar, weight double)[]);
    create or replace table staging.unlike_pair (
    candidate_id_a varchar, candidate_id_b varchar, weight double,
    evidence struct(what varchar, level varchar, weight double)[], band bigint, pairs bigint)"""
# So many of each band: enough that some are left when those of one person are taken out.
DRAWN = 200
UNLIKE = f"""insert into staging.unlike_pair
    select candidate_id_a, candidate_id_b, weight, evidence, unlike_band(weight) as band,
        count(*) over (partition by band) as pairs
    from ({{pairs}}) where weight < {REVIEW}
    qualify row_number() over (
        partition by band order by md5(candidate_id_a || ' ' || candidate_id_b)) <= {DRAWN}"""
# A pair this alike is one person without anybody looking only where one of these is equal.
KEYS, BIRTH = ("email", "phone", "linkedin"), "birth"
# A family shares a phone and a surname, and two of it a first name now and then; twins share all
# but the first name.
NAMES_ALIKE, FIRST_NAMES_ALIKE = (
    "gamma_surname > 0 and gamma_given_name > 0",
    "gamma_given_name > 0",
)


def weigh_pairs(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.weighed_pair."""
    connection.execute(EMPTY)
    if not connection.execute("select 1 from staging.to_compare limit 1").fetchall():
        return
    # Splink takes longer to load than most figures to make: only where there is what to compare.
    from partnership.identity import splinked  # noqa: PLC0415

    ((records,),) = connection.execute("select count(*) from staging.record").fetchall()
    pairs = splinked.predict(connection, records)
    described = connection.execute(f"describe {pairs}").fetchall()
    columns = {str(name) for name, *_ in described}
    ours = _select(pairs, columns)
    alike = f"insert into staging.weighed_pair from ({ours}) where weight >= {REVIEW}"
    for sql in (alike, UNLIKE.format(pairs=ours)):
        connection.execute(sql)
    _drop_splinks_tables(connection)


def _select(pairs: str, columns: Set[str]) -> str:
    """Splink's pairs in our own columns, the evidence without what says nothing."""
    evidence = ", ".join(_evidence(comparison, columns) for comparison in COMPARISONS)
    equal = " or ".join(_is_equal(key) for key in KEYS)
    return (
        "select least(candidate_id_l, candidate_id_r) as candidate_id_a, "
        "greatest(candidate_id_l, candidate_id_r) as candidate_id_b, "
        f"round(match_weight, 6) as weight, ({equal}) and {NAMES_ALIKE} "
        f"or {_is_equal(BIRTH)} and {FIRST_NAMES_ALIKE} as has_equal_key, "
        f"list_filter([{evidence}], lambda part: part.level is not null) as evidence from {pairs}"
    )


def _evidence(comparison: Comparison, columns: Set[str]) -> str:
    levels = ", ".join(f"'{name}'" for name in comparison.names)
    weight, how_rare = f"mw_{comparison.what}", f"mw_tf_adj_{comparison.what}"
    if how_rare in columns:
        weight += f" + coalesce({how_rare}, 0)"
    return (
        f"struct_pack(what := '{comparison.what}', "
        f"level := case when gamma_{comparison.what} >= 0 "
        f"then list_extract([{levels}], gamma_{comparison.what} + 1) end, "
        f"weight := round({weight}, 6))"
    )


def _is_equal(what: str) -> str:
    (comparison,) = (one for one in COMPARISONS if one.what == what)
    return f"gamma_{what} = {len(comparison.levels) - 1}"


def _drop_splinks_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """What Splink leaves beside ours."""
    left = connection.execute(
        "select table_name, table_type from information_schema.tables "
        "where table_name like '\\_\\_splink%' escape '\\'"
    ).fetchall()
    for name, kind in left:
        connection.execute(f'drop {"view" if kind == "VIEW" else "table"} if exists "{name}"')
