-- question: Which cases stand behind a line of the scorecard?
-- grain: line, case_id
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export, marts.search, marts.client,
-- marts.agency
-- with: scorecard_spans as spans, lined_up_cases
-- attribution: each case by its own day, as the line counts it
-- readers: hr, agency
-- note: of the line asked for, else of all, but for those of the survey (rows/survey_answer) and
-- the silences (rows/gap). As many as the line's n; is_counted = it is in the line's k
with
    told(line, kind) as (
        values
            ('feedback_latency.on_time_rate', 'submission'),
            ('interview_scheduling.invited_rate', 'interview_invite'),
            ('interview_feedback.on_time_rate', 'interview_feedback'),
            ('rejections_with_reason.reason_rate', 'submission'),
            ('role_adherence.hr_rate', 'task'),
            ('redundant_submissions.known_here_rate', 'submission'),
            ('offer_turnaround.on_time_rate', 'offer_turnaround'),
            ('first_candidate.on_time_rate', 'first_candidate'),
            ('request_replies.on_time_rate', 'request_reply'),
            ('market_information.market_rate', 'brief'),
            ('role_adherence.agency_rate', 'task'),
            ('redundant_submissions.by_agency_rate', 'submission'),
            ('consent_coverage.consent_rate', 'submission'),
            ('pay_expectation.within_5_rate', 'submission'),
            ('kickoff_coverage.tri_party_rate', 'brief')
    ),
    named as (
        select
            'submission' as kind,
            submission_id as case_id,
            submission_id,
            search_id,
            received_on as since_on
        from marts.submission
        union all
        select kind, case_id, submission_id, search_id, started_on
        from marts.wait
        union all
        select 'task', submission_id || ' ' || task, submission_id, search_id, min(done_on)
        from marts.task_event
        group by submission_id, task, search_id
        union all
        select 'brief', search_id || ' ' || agency_id, null, search_id, briefed_on
        from marts.brief
    )
select
    cases.line,
    cases.case_id,
    cases.agency_id,
    agency.name as agency_name,
    client.name as client_name,
    case when told.kind = 'request_reply' then cases.case_id end as request_id,
    named.submission_id,
    submission.candidate_id,
    submission.decision_reason,
    named.search_id,
    search.title,
    named.since_on,
    cases.k > 0 as is_counted
from lined_up_cases as cases
inner join told on cases.line = told.line
left join named on told.kind = named.kind and cases.case_id = named.case_id
left join marts.submission as submission on named.submission_id = submission.submission_id
left join marts.search as search on named.search_id = search.search_id
left join marts.client as client on cases.client_id = client.client_id
left join marts.agency as agency on cases.agency_id = agency.agency_id
where
    cases.span = 'now'
    and ($line is null or cases.line = $line)
    and chosen($clients, cases.client_id)
    and chosen($agencies, cases.agency_id)
    and chosen($departments, cases.department)
    and chosen($locations, cases.location)
    and chosen($role_families, cases.role_family)
order by named.since_on desc, cases.line, cases.case_id
limit $row_limit
