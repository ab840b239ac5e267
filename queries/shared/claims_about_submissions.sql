-- grain: claim, case_id
-- reads: marts.submission, marts.contact_gap, marts.task_event, marts.offer, marts.present,
-- marts.export
-- note: cases that stand for an agency's submission. rhythm_redundancy: with = on the day it came
-- the last meeting with the agency on an earlier day, or the first brief, was no longer ago than
-- the agreed interval; hit = redundant. answers_withdrawal: one that is not redundant; with =
-- HR's answers for the search that had fallen due last before it came were all in time; hit = the
-- person withdrew within 30 days. reasons_yes: one that is not redundant and came after a no to
-- the same agency on the search; with = the last no before it gave a reason that tells something;
-- hit = a yes within 30 days. roles_offer: one with a yes; with = it was given by whose task
-- deciding was agreed to be; hit = an offer within 60 days
with
    seen as (
        select
            coalesce(bool_or(is_present) filter (where table_name = 'meetings'), false) as meetings,
            coalesce(bool_or(is_present) filter (where table_name = 'offers'), false) as offers
        from marts.present
    ),
    profiles as (
        select submission.*, as_of_on
        from marts.submission
        cross join marts.export
        where channel = 'agency' and owner is distinct from 'agency'
    ),
    candidates as (
        select *
        from profiles
        where
            not is_redundant
            and not is_excluded
            and received_on + 30 <= as_of_on
            and coalesce(withdrawn_on >= received_on, true)
    ),
    silences as (
        select agency_id, coalesce(client_id, '') as client, gap_start, gap_end, interval_days
        from marts.contact_gap
        where gap_end > gap_start
    ),
    answers as (
        select search_id, answer_due_on, bool_and(is_on_time) as are_in_time
        from profiles
        where is_on_time is not null and not is_excluded
        group by search_id, answer_due_on
    ),
    refusals as (
        select search_id, agency_id, decided_on, bool_or(has_usable_reason) as has_reason
        from profiles
        where decision = 'rejected' and not is_excluded
        group by search_id, agency_id, decided_on
    )
select
    'rhythm_redundancy' as claim,
    submission_id as case_id,
    search_id,
    profiles.agency_id,
    received_on as judged_on,
    received_on - gap_start <= interval_days as is_with,
    is_redundant as is_hit
from profiles
asof join
    silences
    on profiles.agency_id = silences.agency_id
    and coalesce(profiles.client_id, '') = silences.client
    and profiles.received_on > silences.gap_start
cross join seen
where seen.meetings and received_on <= gap_end
union all
select
    'answers_withdrawal',
    submission_id,
    candidates.search_id,
    agency_id,
    received_on + 30,
    are_in_time,
    coalesce(withdrawn_on <= received_on + 30, false)
from candidates
asof join
    answers
    on candidates.search_id = answers.search_id
    and candidates.received_on > answers.answer_due_on
union all
select
    'reasons_yes',
    submission_id,
    candidates.search_id,
    candidates.agency_id,
    received_on + 30,
    has_reason,
    coalesce(decision = 'advanced' and candidates.decided_on <= received_on + 30, false)
from candidates
asof join
    refusals
    on candidates.search_id = refusals.search_id
    and candidates.agency_id = refusals.agency_id
    and candidates.received_on > refusals.decided_on
union all
select
    'roles_offer',
    task_event.submission_id,
    task_event.search_id,
    task_event.agency_id,
    done_on + 60,
    actor = task_event.owner,
    coalesce(extended_on between done_on and done_on + 60, false)
from marts.task_event
inner join profiles on task_event.submission_id = profiles.submission_id
left join marts.offer on task_event.submission_id = offer.submission_id
cross join seen
where task = 'feedback' and decision = 'advanced' and done_on + 60 <= as_of_on and seen.offers
