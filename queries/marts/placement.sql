-- grain: placement
-- key: placement_id
-- reads: staging.placements, marts.submission, marts.agency, marts.export
-- order: started_on, placement_id
-- note: The guarantee is the placement's own, else the one agreed with the agency; only agencies
-- give one. ending is left (resigned, dismissed or no reason), ended_otherwise (redundancy, end of
-- term) or empty while the person is still there; days_here run to the end, else to the as-of day.
-- A start that lies ahead is no start yet; one that contradicts itself is excluded.
with
    dated as (
        select
            placements.*,
            as_of_on,
            coalesce(started_on <= as_of_on, false) as is_started,
            case
                when reneged_on is not null
                then 'started and reneged'
                when left_on < started_on
                then 'left before started'
                when left_on is null and leave_reason is not null
                then 'left without a date'
            end as contradiction
        from staging.placements
        cross join marts.export
    )
select
    submission.search_id,
    submission.client_id,
    submission.department,
    submission.location,
    submission.role_family,
    submission.level,
    dated.placement_id,
    dated.submission_id,
    submission.agency_id,
    submission.channel,
    dated.started_on,
    dated.reneged_on,
    dated.left_on,
    dated.leave_reason,
    coalesce(dated.guarantee_days, agency.guarantee_days) as guarantee_days,
    dated.started_on + coalesce(dated.guarantee_days, agency.guarantee_days) as guarantee_until,
    dated.fee_amount,
    dated.currency,
    dated.manager_rating,
    dated.rated_on,
    dated.is_started,
    case
        when dated.is_started then coalesce(dated.left_on, dated.as_of_on) - dated.started_on
    end as days_here,
    case
        when dated.left_on is null
        then null
        when dated.leave_reason in ('redundancy', 'end_of_term')
        then 'ended_otherwise'
        else 'left'
    end as ending,
    dated.is_started and dated.contradiction is not null as is_excluded,
    case when dated.is_started then dated.contradiction end as exclusion_reason
from dated
inner join marts.submission using (submission_id)
left join marts.agency using (agency_id)
