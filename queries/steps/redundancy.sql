-- grain: submission of a person who was put forward more than once
-- key: submission_id
-- reads: steps.repeat_submission, steps.earlier_here, steps.ownership, steps.known_elsewhere
-- note: Precedence: resubmitted, known_here, collision, post_reject, known_elsewhere, unique. Only
-- agency submissions have a class; each submission has the owner at its receipt, itself where it is
-- the one that begins to own.
with
    owners_so_far as (
        select
            repeat_submission.*,
            last_value(
                case
                    when ownership.submission_id is not null
                    then
                        struct_pack(
                            submission_id := ownership.submission_id,
                            agency_id := ownership.agency_id,
                            until_at := ownership.owned_until,
                            until_on := received_on + repeat_submission.ownership_days
                        )
                end
                ignore nulls
            ) over (
                partition by search_id, person_id
                order by received_at, submission_id
                rows unbounded preceding
            ) as owner
        from steps.repeat_submission
        left join steps.ownership using (submission_id)
    ),
    owned as (
        select
            owners_so_far.* replace (case when owner.until_at > received_at then owner end as owner)
        from owners_so_far
    ),
    classes as (
        select
            owned.*,
            rejected_as is not null as is_after_a_no,
            case
                when not is_from_agency
                then null
                when resubmission_of is not null
                then 'resubmitted'
                when known_from is not null
                then 'known_here'
                when owned.owner.agency_id <> agency_id
                then 'collision'
                when rejected_as is not null
                then 'post_reject'
                when known_elsewhere.submission_id is not null
                then 'known_elsewhere'
                else 'unique'
            end as redundancy_class,
            case
                redundancy_class
                when 'resubmitted'
                then resubmission_of
                when 'known_here'
                then known_from
                when 'collision'
                then owned.owner.submission_id
                when 'post_reject'
                then rejected_as
            end as earlier_submission_id
        from owned
        inner join steps.earlier_here using (submission_id)
        left join steps.known_elsewhere using (submission_id)
    )
select
    classes.submission_id,
    classes.redundancy_class,
    classes.is_after_a_no,
    classes.owner.agency_id as owner_agency_id,
    classes.owner.until_on as owned_until,
    classes.earlier_submission_id,
    classes.received_on - earlier.received_on as days_after_earlier
from classes
left join
    steps.repeat_submission as earlier on classes.earlier_submission_id = earlier.submission_id
