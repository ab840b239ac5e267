-- grain: agency_id, client_id, rank
-- reads: marts.submission, marts.brief, marts.opening, marts.brief_opening, marts.offer,
-- marts.export, marts.target, marts.contact_gap, marts.commitment, marts.present
-- with: partnership_lines, silences_in_scope, seen_tables
-- note: what makes a partnership need a conversation, the most urgent first (rank). A silence
-- counts
-- from twice the agreed interval on; promises when three that fell due in the period are open for
-- more than 30 days past their day; a share when its whole likely range lies past the agreed floor.
-- What HR owes every agency (answers, kickoffs) counts only where it is clearly worse than with
-- the others, else it is one conversation at home and not one with each of them. days is the
-- silence, or how long the oldest promise is past due; k is the promises
with
    silences as (
        select agency_id, client_id, max(silent_days) as days, any_value(interval_days) as agreed
        from silences_in_scope
        cross join seen_tables
        where has_meetings and is_running and overdue_days > interval_days
        group by all
    ),
    promises as (
        select
            agency_id,
            count(*) as k,
            max(as_of_on - due_on) as days,
            case
                when count(distinct commitment.owner) = 1
                then any_value(commitment.owner)
                else 'both'
            end as mover
        from marts.commitment
        cross join marts.export
        where
            closed_on is null
            and dropped_on is null
            and as_of_on - due_on > 30
            and in_period(due_on, $period_start, $period_end)
        group by all
        having k >= 3
    ),
    shares as (
        select
            *,
            case
                measure
                when 'feedback_latency.on_time_rate'
                then 2
                when 'redundant_submissions.redundancy_rate'
                then 4
                when 'kickoff_coverage.tri_party_rate'
                then 5
                when 'time_to_fill.filled_by_60_rate'
                then 6
                else 7
            end as rank,
            case
                when rank in (2, 5)
                then 'hr'
                when rank = 4 and 2 * by_agency >= k
                then 'agency'
                else 'both'
            end as mover
        from partnership_lines
        where verdict = 'past floor' and (rank not in (2, 5) or coalesce(high < others_rate, true))
    )
select
    agency_id,
    client_id,
    1 as rank,
    'silence' as reason,
    days,
    agreed,
    null::bigint as k,
    null::bigint as n,
    null::double as rate,
    null::double as floor,
    'hr' as mover
from silences
union all
select agency_id, client_id, rank, measure, null, null, k, n, rate, floor, mover
from shares
union all
select promises.agency_id, known.client_id, 8, 'promises', days, null, k, null, null, null, mover
from promises
inner join (select distinct agency_id, client_id from marts.brief) as known using (agency_id)
