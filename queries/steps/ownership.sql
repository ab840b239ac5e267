-- grain: time for which one submission owns a person on a search
-- key: submission_id
-- reads: steps.repeat_submission, steps.earlier_here
-- note: The first submission that is not itself redundant owns for its agency's ownership days; the
-- first one after that is the next owner, and so on. What comes in between never owns, and
-- resubmitting extends nothing. Only persons put forward more than once are here.
with recursive
    claims as (
        select
            search_id,
            person_id,
            received_at,
            struct_pack(
                from_at := received_at,
                submission_id := submission_id,
                agency_id := agency_id,
                until_at := owned_until
            ) as claim
        from steps.repeat_submission
        inner join steps.earlier_here using (submission_id)
        where
            is_from_agency
            and owned_until > received_at
            and resubmission_of is null
            and known_from is null
            and rejected_as is null
    ),
    owners as (
        select search_id, person_id, min(claim) as owner
        from claims
        group by search_id, person_id
        union all
        select owners.search_id, owners.person_id, min(claims.claim)
        from owners
        inner join claims using (search_id, person_id)
        where claims.received_at >= owners.owner.until_at
        group by owners.search_id, owners.person_id
    )
select
    owner.submission_id as submission_id,
    owner.agency_id as agency_id,
    owner.until_at as owned_until
from owners
