-- grain: span, line, agency_id, client_id, case_id
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export
-- with: owed_by_hr, owed_by_agency, owed_by_both, seen_tables
-- note: reads the chain `spans` (span, since, until): every case of every scored line by the span
-- that its day lies in; nothing is filtered. k of n is a hit or none of one case, the covered
-- days of a silence's days in the span, or the favourable of the answers of one return of the
-- survey; is_part = such a whole, whose days or answers hang together
with
    owed as (
        select *
        from owed_by_hr
        union all
        select *
        from owed_by_agency
        union all
        select *
        from owed_by_both
    ),
    silences as (
        select
            spans.span,
            contact_gap.agency_id,
            contact_gap.client_id,
            strftime(gap_start, '%Y-%m-%d ') || starts_with as case_id,
            greatest(gap_start + 1, spans.since) as first_day,
            least(gap_end, spans.until - 1) as last_day,
            greatest(0, last_day - first_day + 1) as n,
            greatest(0, least(last_day, gap_start + interval_days) - first_day + 1) as k
        from marts.contact_gap
        cross join spans
        cross join seen_tables
        where has_meetings
    )
select
    spans.span,
    owed.line,
    owed.scope,
    owed.agency_id,
    owed.client_id,
    owed.department,
    owed.location,
    owed.role_family,
    owed.case_id,
    owed.k,
    owed.n,
    owed.line in ('pulse.of_hr_rate', 'pulse.of_agency_rate') as is_part
from owed
inner join spans on in_period(owed.measured_on, spans.since, spans.until)
union all
select
    span,
    'meeting_rhythm.rhythm_coverage',
    'partnership',
    agency_id,
    client_id,
    null,
    null,
    null,
    case_id,
    k,
    n,
    true
from silences
where n > 0
