-- question: Does each side do what was agreed to be its task, and nobody else?
-- grain: group, owner
-- reads: marts.task_event
-- needs: roles
-- by: agency, client, department, quarter
-- unit: thing done that has an agreed owner; adherence_rate is a fraction
-- attribution: done
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: owner is the side that the task belongs to: agreed with the agency, else for all. Seen are
-- who decided on a profile (feedback) and who led a negotiation (negotiate); the other tasks leave
-- no trace in exports.
-- by_owner are of those where both sides are known; unknown = the exports don't say who did it.
-- No row where no roles are agreed: that is not set up, neither none nor all
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
        then quarter_label(done_on, $first_month)
    end as "group",
    owner,
    count(actor) as events,
    count(*) filter (where actor = owner) as by_owner,
    count(*) filter (where actor is null) as unknown,
    share(by_owner, events) as adherence_rate,
    wilson_low(by_owner, events) as adherence_low,
    wilson_high(by_owner, events) as adherence_high
from marts.task_event
where
    owner is not null
    and in_period(done_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
group by all
order by "group", owner
