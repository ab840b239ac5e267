-- grain: search and agency
-- key: search_id, agency_id
-- reads: staging.briefs, staging.submissions, staging.present
-- note: Without the briefs table an agency's start is its first submission for the search, and
-- assumed. In it, an agency that was never briefed has no start, whatever it sent.
with
    first_submissions as (
        select
            search_id,
            agency_id,
            min(received_at) as first_submission_at,
            min(received_on) as first_submission_on
        from staging.submissions
        where channel = 'agency'
        group by search_id, agency_id
    ),
    starts as (
        select
            search_id,
            agency_id,
            briefed_at,
            briefed_on,
            released_on,
            engagement,
            false as is_assumed
        from staging.briefs
        union all
        select search_id, agency_id, first_submission_at, first_submission_on, null, null, true
        from first_submissions
        where not (select is_present from staging.present where table_name = 'briefs')
    )
select
    starts.search_id,
    starts.agency_id,
    starts.briefed_at,
    starts.briefed_on,
    starts.released_on,
    starts.engagement,
    starts.is_assumed,
    first_submissions.first_submission_at,
    first_submissions.first_submission_on
from starts
left join first_submissions using (search_id, agency_id)
