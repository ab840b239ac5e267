-- grain: submission_id
-- reads: marts.submission
-- note: rejections of what agencies sent, by the local day of the decision; has_reason is unknown
-- where no submission in these files has a reason
select
    case
        $by
        when 'agency'
        then agency_id
        when 'client'
        then client_id
        when 'department'
        then department
        when 'quarter'
        then quarter_label(decided_on, $first_month)
    end as "group",
    submission_id,
    case
        when (select count(decision_reason) > 0 from marts.submission) then has_usable_reason
    end as has_reason
from marts.submission
where
    channel = 'agency'
    and decision = 'rejected'
    and in_period(decided_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
