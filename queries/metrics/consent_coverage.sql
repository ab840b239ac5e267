-- question: How many submissions came with the candidate's consent on record?
-- grain: group
-- reads: marts.submission
-- with: agency_submissions
-- by: agency, client, department, role_family, quarter
-- unit: agency submission; rates are fractions
-- attribution: received
-- direction: higher is better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: with_consent and the rate are null where no submission of the whole build has a consent on
-- record, because the files then don't hold it. Whether consent is needed is for local law to say
with
    written as (select coalesce(bool_or(has_consent), false) as are_written from marts.submission),
    counted as (
        select "group", count(*) as submissions, count(*) filter (where has_consent) as with_consent
        from agency_submissions
        group by all
    )
select
    "group",
    submissions,
    case when are_written then counted.with_consent end as with_consent,
    case when are_written then share(counted.with_consent, submissions) end as consent_rate,
    case when are_written then wilson_low(counted.with_consent, submissions) end as consent_low,
    case when are_written then wilson_high(counted.with_consent, submissions) end as consent_high
from counted
cross join written
order by "group"
