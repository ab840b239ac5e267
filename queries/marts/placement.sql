-- grain: placement
-- key: placement_id
-- reads: staging.placements, marts.submission, marts.agency
-- order: started_on, placement_id
-- note: The guarantee is the placement's own, else the one agreed with the agency; only agencies
-- give one.
select
    submission.search_id,
    submission.client_id,
    submission.department,
    submission.location,
    submission.role_family,
    submission.level,
    placements.placement_id,
    placements.submission_id,
    submission.agency_id,
    submission.channel,
    placements.started_on,
    placements.reneged_on,
    placements.left_on,
    placements.leave_reason,
    coalesce(placements.guarantee_days, agency.guarantee_days) as guarantee_days,
    placements.started_on
    + coalesce(placements.guarantee_days, agency.guarantee_days) as guarantee_until,
    placements.fee_amount,
    placements.currency,
    placements.manager_rating,
    placements.rated_on
from staging.placements
inner join marts.submission using (submission_id)
left join marts.agency using (agency_id)
