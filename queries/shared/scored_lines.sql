-- grain: group, side, line
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export, marts.target, marts.agency
-- with: scorecard_spans as spans, lined_up_cases, scorecard_plan
-- note: each line of both sides in the period, in its last quarter and a year before, with what was
-- agreed: with one agency its own floor and target where it has them, else those for all. A line
-- without a case in the period stands where something was agreed
with
    counted as (
        select
            case when $by = 'agency' then agency_id end as "group",
            line,
            sum(k) filter (where span = 'now')::bigint as k,
            sum(n) filter (where span = 'now')::bigint as n,
            sum(k) filter (where span = 'quarter')::bigint as quarter_k,
            sum(n) filter (where span = 'quarter')::bigint as quarter_n,
            sum(k) filter (where span = 'before')::bigint as before_k,
            sum(n) filter (where span = 'before')::bigint as before_n,
            list(k::bigint order by agency_id, client_id, case_id) filter (
                where is_part and span = 'now'
            ) as parts_k,
            list(n::bigint order by agency_id, client_id, case_id) filter (
                where is_part and span = 'now'
            ) as parts_n
        from lined_up_cases
        where
            chosen($agencies, agency_id)
            and (scope = 'agency' or chosen($clients, client_id))
            and (
                scope <> 'search'
                or chosen($departments, department)
                and chosen($locations, location)
                and chosen($role_families, role_family)
            )
        group by all
    ),
    one_agency as (
        select case when count(*) = 1 then any_value(agency_id) end as agency_id
        from marts.agency
        where chosen($agencies, agency_id)
    ),
    agreed as (
        select
            groups."group",
            scorecard_plan.*,
            coalesce(own.floor, general.floor)::double as floor,
            coalesce(own.target, general.target)::double as target
        from (select distinct "group" from counted) as groups
        cross join scorecard_plan
        cross join one_agency
        left join
            marts.target as own
            on coalesce(groups."group", one_agency.agency_id) = own.agency_id
            and scorecard_plan.line = own.metric
        left join
            marts.target as general
            on general.agency_id is null
            and scorecard_plan.line = general.metric
    )
select
    agreed.*,
    counted.* exclude ("group", line),
    coalesce(n >= coalesce($fewest_for_a_share, 5), false) as is_measured
from agreed
left join
    counted on agreed."group" is not distinct from counted."group" and agreed.line = counted.line
where counted.n is not null or target is not null
order by agreed."group", position
