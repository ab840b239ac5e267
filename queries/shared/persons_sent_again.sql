-- grain: search_id, person_id
-- reads: marts.submission
-- with: agency_submissions
-- note: persons with at least one redundant agency submission on the search among the chosen ones;
-- latest_at is when the latest of them came, consent_at the latest consent on record
with
    chosen as (
        select submission.*
        from marts.submission as submission
        semi join agency_submissions on submission.submission_id = agency_submissions.submission_id
        where
            ($person_id is null or submission.person_id = $person_id)
            and ($search_id is null or submission.search_id = $search_id)
    )
select
    search_id,
    person_id,
    any_value(client_id) as client_id,
    count(*) as submissions,
    count(*) filter (where is_redundant) as redundant,
    array_to_string(list_sort(list(distinct agency_id)), ';') as agency_ids,
    count(distinct agency_id) as agencies,
    max(received_at) as latest_at,
    max(consent_at) as consent_at
from chosen
group by search_id, person_id
having bool_or(is_redundant)
