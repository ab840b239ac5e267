-- question: Which partnerships need a conversation, why, and who moves next?
-- grain: agency_id, client_id
-- reads: marts.submission, marts.brief, marts.opening, marts.brief_opening, marts.offer,
-- marts.export, marts.target, marts.contact_gap, marts.commitment, marts.present, marts.agency,
-- marts.client
-- needs: submissions
-- with: partnership_reasons
-- by:
-- unit: partnership (an agency and a client); days are calendar days, rate and floor fractions
-- attribution: each case by its own day; silence and promises on the last day of the period
-- direction: neither
-- owner: both
-- smallest_n: 10
-- readers: hr
-- source: rules of this file
-- note: needs_conversation = silent for more than twice the agreed interval, or three promises of
-- the
-- period open for more than 30 days past due, or a share whose whole likely range lies past the
-- agreed floor with ten cases or more; HR's answers and kickoffs only where they are clearly worse
-- than with the other agencies. reason is the first of them: silence, HR's answers,
-- redundant submissions, kickoffs, filled by day 60, offers accepted, promises. on_track = none of
-- them, and ten cases of some share with an agreed target. too_little_data = the rest: most_cases
-- is the
-- largest number of cases of any share, has_target whether one of them has a target.
-- is_hr_past_floor = HR's answers to this agency are clearly below the floor, reason or not
with
    cases as (
        select
            agency_id,
            client_id,
            max(n) as most_cases,
            bool_or(target is not null) as has_target,
            bool_or(verdict in ('at target', 'past floor', 'could be chance')) as is_judged,
            bool_or(
                measure = 'feedback_latency.on_time_rate' and verdict = 'past floor'
            ) as is_hr_past_floor
        from partnership_lines
        group by all
    ),
    silences as (
        select
            agency_id,
            client_id,
            max(silent_days) filter (where is_running) as silent_days,
            max(overdue_days) as overdue_days
        from silences_in_scope
        group by all
    ),
    waits as (
        select agency_id, client_id, count(*) filter (where feedback_outcome = 'waiting') as waiting
        from marts.submission
        where
            channel = 'agency'
            and not is_excluded
            and in_period(received_on, $period_start, $period_end)
            and chosen($departments, department)
            and chosen($locations, location)
            and chosen($role_families, role_family)
        group by all
    ),
    partnerships as (
        select agency_id, client_id
        from cases
        union
        select agency_id, client_id
        from silences
    ),
    first_reasons as (
        select *, count(*) over (partition by agency_id, client_id) as reasons
        from partnership_reasons
        qualify row_number() over (partition by agency_id, client_id order by rank) = 1
    )
select
    partnerships.agency_id,
    agency.name as agency_name,
    partnerships.client_id,
    client.name as client_name,
    case
        when first_reasons.reason is not null
        then 'needs_conversation'
        when is_judged
        then 'on_track'
        else 'too_little_data'
    end as status,
    first_reasons.reason,
    first_reasons.mover as who_moves_next,
    coalesce(first_reasons.reasons, 0) as reasons,
    first_reasons.days,
    first_reasons.agreed as agreed_days,
    first_reasons.k,
    first_reasons.n,
    first_reasons.rate,
    first_reasons.floor,
    coalesce(cases.most_cases, 0) as most_cases,
    coalesce(cases.has_target, false) as has_target,
    coalesce(cases.is_hr_past_floor, false) as is_hr_past_floor,
    case when has_meetings then silences.silent_days end as silent_days,
    case when has_meetings then silences.overdue_days end as overdue_days,
    coalesce(waits.waiting, 0) as waiting
from partnerships
inner join marts.agency as agency on partnerships.agency_id = agency.agency_id
left join marts.client as client on partnerships.client_id = client.client_id
left join
    cases
    on partnerships.agency_id = cases.agency_id
    and partnerships.client_id is not distinct from cases.client_id
left join
    silences
    on partnerships.agency_id = silences.agency_id
    and partnerships.client_id is not distinct from silences.client_id
left join
    waits
    on partnerships.agency_id = waits.agency_id
    and partnerships.client_id is not distinct from waits.client_id
left join
    first_reasons
    on partnerships.agency_id = first_reasons.agency_id
    and partnerships.client_id is not distinct from first_reasons.client_id
cross join seen_tables
order by partnerships.agency_id, partnerships.client_id
