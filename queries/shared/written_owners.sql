-- grain: search_id, person_id
-- reads: marts.dispute, marts.submission, marts.agency
-- note: the owner that the last settled dispute about ownership names, of persons_sent_again: an
-- agency by its name or id, "first submission stands" (the first agency that sent the person), or
-- "claim upheld" (the agency of the submission in dispute). Other words name nobody
with
    firsts as (
        select search_id, person_id, arg_min(agency_id, (received_at, submission_id)) as agency_id
        from marts.submission
        where channel = 'agency'
        group by all
    ),
    settled as (
        select
            submission.search_id,
            submission.person_id,
            dispute.dispute_id,
            dispute.settled_on,
            lower(trim(dispute.outcome)) as said,
            submission.agency_id as disputing,
            firsts.agency_id as first_agency
        from marts.dispute as dispute
        inner join
            marts.submission as submission on dispute.submission_id = submission.submission_id
        inner join
            firsts
            on submission.search_id = firsts.search_id
            and submission.person_id = firsts.person_id
        where dispute.about = 'ownership' and dispute.settled_on is not null
    ),
    named as (
        select
            settled.*,
            case
                when said like 'first submission stands%'
                then first_agency
                when said like 'claim upheld%'
                then disputing
                else agency.agency_id
            end as owner_id
        from settled
        left join marts.agency as agency on said in (lower(agency.agency_id), lower(agency.name))
    ),
    last_named as (
        select search_id, person_id, arg_max(owner_id, (settled_on, dispute_id)) as agency_id
        from named
        where owner_id is not null
        group by all
    )
select
    last_named.search_id,
    last_named.person_id,
    last_named.agency_id,
    max(submission.received_on + agency.ownership_days) as until_on
from last_named
left join
    marts.submission as submission
    on last_named.search_id = submission.search_id
    and last_named.person_id = submission.person_id
    and last_named.agency_id = submission.agency_id
left join marts.agency as agency on last_named.agency_id = agency.agency_id
group by all
