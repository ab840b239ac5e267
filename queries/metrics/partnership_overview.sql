-- question: How does each agency stand?
-- grain: agency_id
-- reads: marts.agency, marts.brief, marts.opening, marts.brief_opening, marts.submission,
-- marts.offer, marts.contact_gap, marts.export, marts.present
-- needs: submissions
-- with: briefs_in_scope, openings_ended, agency_submissions, replies_in_scope, offers_in_scope,
-- silences_in_scope, seen_tables, whose_files
-- by:
-- unit: agency; rates are fractions, days are calendar days, on time is within two business days
-- attribution: each count by its own day (briefed, ended, received, extended, days in the window)
-- direction: neither
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: the same chains as the metrics of these names
-- note: an agency stands here when it had a brief, a submission, an offer, a fill or a silence in
-- the period. silent_days is the running silence on the as-of day, or on the last day of the
-- period; it and the overdue days are the largest of the agency's clients. waiting =
-- profiles received in the period that HR has not answered. In an agency's own files what is
-- redundant can't be seen
with
    briefed as (select agency_id, count(*) as searches from briefs_in_scope group by all),
    filled as (
        select filled_by_agency_id as agency_id, count(distinct opening_id) as openings_filled
        from openings_ended
        where outcome = 'filled'
        group by all
    ),
    sent as (
        select agency_id, count(*) as submissions, count(*) filter (where is_redundant) as redundant
        from agency_submissions
        group by all
    ),
    replies as (
        select
            agency_id,
            count(*) filter (where feedback_outcome = 'waiting') as waiting,
            count(*) filter (where is_evaluable) as evaluable,
            count(*) filter (where is_evaluable and is_on_time) as on_time
        from replies_in_scope
        group by all
    ),
    offered as (
        select
            agency_id,
            count(*) filter (where is_decided) as offers_decided,
            count(*) filter (where outcome = 'accepted') as offers_accepted
        from offers_in_scope
        group by all
    ),
    silences as (
        select
            agency_id,
            sum(days)::bigint as window_days,
            sum(covered_days)::bigint as covered_days,
            max(silent_days) filter (where is_running) as silent_days,
            max(overdue_days) as overdue_days
        from silences_in_scope
        group by all
    )
select
    agency.agency_id,
    agency.name as agency_name,
    coalesce(briefed.searches, 0) as searches,
    coalesce(filled.openings_filled, 0) as openings_filled,
    coalesce(sent.submissions, 0) as submissions,
    case when not is_agencys_own then coalesce(sent.redundant, 0) end as redundant,
    case
        when not is_agencys_own then share(sent.redundant, sent.submissions)
    end as redundancy_rate,
    case when has_meetings then window_days end as window_days,
    case when has_meetings then covered_days end as covered_days,
    case
        when has_meetings then share(silences.covered_days, silences.window_days)
    end as rhythm_coverage,
    case when has_meetings then silent_days end as silent_days,
    case when has_meetings then overdue_days end as overdue_days,
    coalesce(offered.offers_decided, 0) as offers_decided,
    coalesce(offered.offers_accepted, 0) as offers_accepted,
    share(offered.offers_accepted, offered.offers_decided) as acceptance_rate,
    coalesce(replies.waiting, 0) as waiting,
    coalesce(replies.evaluable, 0) as evaluable,
    coalesce(replies.on_time, 0) as on_time,
    share(replies.on_time, replies.evaluable) as on_time_rate
from marts.agency as agency
left join briefed on agency.agency_id = briefed.agency_id
left join filled on agency.agency_id = filled.agency_id
left join sent on agency.agency_id = sent.agency_id
left join replies on agency.agency_id = replies.agency_id
left join offered on agency.agency_id = offered.agency_id
left join silences on agency.agency_id = silences.agency_id
cross join seen_tables
cross join whose_files
where
    coalesce(
        briefed.agency_id, filled.agency_id, sent.agency_id, offered.agency_id, silences.agency_id
    )
    is not null
    and chosen($agencies, agency.agency_id)
order by agency.agency_id
