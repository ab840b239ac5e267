"""Who is who on people nobody here made up: FEBRL's sets, whose record ids say the truth."""

import os
from pathlib import Path

import duckdb
import pytest

from partnership.identity import identify

FEBRL = Path(os.environ.get("EXTERNAL_DATA", "")) / "febrl"
# A space follows each comma, and the social security numbers are left alone.
CANDIDATES = """create table staging.candidates as
    select trim(rec_id) as candidate_id, null::varchar as full_name, nullif(trim(given_name), '')
        as given_name, nullif(trim(surname), '') as family_name, null::varchar as email,
        null::varchar as phone, null::varchar as linkedin_url, nullif(trim(concat_ws(' ',
        trim(street_number), trim(address_1))), '') as street, nullif(trim(suburb), '') as city,
        nullif(trim(postcode), '') as postcode, trim(date_of_birth) as date_of_birth
    from read_csv($file, header = true, all_varchar = true, normalize_names = true)"""
OTHERS = """create table staging.agencies (email_domain varchar);
    create table staging.submissions (candidate_id varchar, submission_id varchar);
    create table staging.verdicts (candidate_id_a varchar, candidate_id_b varchar,
        verdict varchar, judged_on date)"""
TRUTH = """create table truth as
    select one.candidate_id as candidate_id_a, other.candidate_id as candidate_id_b
    from staging.candidates as one inner join staging.candidates as other
    on split_part(one.candidate_id, '-', 2) = split_part(other.candidate_id, '-', 2)
    and one.candidate_id < other.candidate_id"""
PAIRS = """select count(*) filter (where is_true), count(*), (select count(*) from truth) from (
    select candidate_id_a, candidate_id_b, truth.candidate_id_a is not null as is_true
    from ({pairs}) as pairs left join truth using (candidate_id_a, candidate_id_b))"""
AUTOMATIC = """select one.candidate_id as candidate_id_a, other.candidate_id as candidate_id_b
    from staging.person as one inner join staging.person as other using (person_id)
    where one.candidate_id < other.candidate_id"""
REVIEWED = f"""{AUTOMATIC} union
    select candidate_id_a, candidate_id_b from staging.weighed_pair"""

pytestmark = pytest.mark.skipif(
    not FEBRL.is_dir(), reason="EXTERNAL_DATA does not name a folder with FEBRL's sets"
)


def shares(connection: duckdb.DuckDBPyConnection, pairs: str) -> tuple[float, float]:
    """Precision and recall of pairs."""
    ((right, found, there),) = connection.execute(PAIRS.format(pairs=pairs)).fetchall()
    return right / found, right / there


@pytest.mark.parametrize("number", [1, 3])
def test_people_are_found_again_and_nobody_is_taken_for_another(number: int) -> None:
    with duckdb.connect() as connection:
        connection.execute("create schema staging")
        connection.execute(CANDIDATES, {"file": str(FEBRL / f"dataset{number}.csv")})
        connection.execute(OTHERS)
        connection.execute(TRUTH)
        identify(connection)
        precision, recall = shares(connection, AUTOMATIC)
        assert precision >= 0.998
        assert recall >= 0.60  # equal names and postcodes find 0.36 and 0.26
        precision, recall = shares(connection, REVIEWED)
        assert precision >= 0.998
        assert recall >= 0.95
