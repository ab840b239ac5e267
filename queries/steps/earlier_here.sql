-- grain: submission of a person who was put forward more than once
-- key: submission_id
-- reads: steps.repeat_submission
-- note: The earlier submission of the same person on the same search, if any, that makes it a
-- resubmission (same agency, in its ownership days, not withdrawn before), somebody we already had,
-- or one sent again after a no. Earlier means by receipt, then by id.
with
    rejections as (
        select
            search_id,
            person_id,
            rejected_at,
            max(struct_pack(until := barred_until, earlier_id := submission_id)) over (
                partition by search_id, person_id
                order by rejected_at
                range between unbounded preceding and current row
            ) as barring
        from steps.repeat_submission
        where rejected_at is not null and is_from_agency
    ),
    predecessors as (
        select
            submission_id,
            search_id,
            person_id,
            received_at,
            max(
                struct_pack(
                    until := least(owned_until, withdrawn_at + interval 1 microsecond),
                    earlier_id := submission_id
                )
            ) filter (where is_from_agency) over (
                partition by search_id, person_id, agency_id
                order by received_at, submission_id
                rows between unbounded preceding and 1 preceding
            ) as same_agency,
            first_value(case when is_our_own then submission_id end ignore nulls) over (
                partition by search_id, person_id
                order by received_at, submission_id
                rows between unbounded preceding and 1 preceding
            ) as known_from
        from steps.repeat_submission
    )
select
    predecessors.submission_id,
    case when same_agency.until > received_at then same_agency.earlier_id end as resubmission_of,
    predecessors.known_from,
    case
        when rejections.barring.until > received_at then rejections.barring.earlier_id
    end as rejected_as
from predecessors
asof left join
    rejections
    on predecessors.search_id = rejections.search_id
    and predecessors.person_id = rejections.person_id
    and predecessors.received_at > rejections.rejected_at
