-- grain: group
-- reads: marts.submission, marts.wait, marts.export
-- with: agency_submissions, hr_waits
-- note: agency submissions past screening, and how many of them were lost while a step of ours was
-- late; unknown where no withdrawal in these files has a reason
with
    late_losses as (
        select
            submission_id,
            bool_or(kind <> 'profile') as is_lost,
            bool_or(kind = 'profile') as is_lost_before
        from hr_waits
        where is_withdrawn and is_late
        group by submission_id
    ),
    candidates as (
        select
            "group",
            coalesce(decision = 'advanced', false)
            or coalesce(is_interviewed, false) as is_past_screening,
            has_left_for_speed and coalesce(is_lost, false) as is_lost,
            has_left_for_speed and coalesce(is_lost_before, false) as is_lost_before
        from agency_submissions
        left join late_losses using (submission_id)
        where not is_excluded
    )
select
    "group",
    count(*) filter (where is_past_screening) as submissions,
    case
        when (select count(withdrawal_reason) > 0 from marts.submission)
        then count(*) filter (where is_past_screening and is_lost)
    end as lost,
    case
        when (select count(withdrawal_reason) > 0 from marts.submission)
        then count(*) filter (where not is_past_screening and is_lost_before)
    end as lost_before_screening
from candidates
group by all
