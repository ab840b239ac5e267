-- grain: row of the candidates file
-- reads: shape.candidates, shape.job_names, shape.answer, shape.own_agency
-- carries: raw.candidates
-- note: A line that repeats an earlier one of its file is counted once. The agency column wins
-- over the source. A source nobody has decided on is unassigned. In an agency's own files everybody
-- came through it, and a client's first answer is what comes after the shortlist.
with
    applications as (
        select
            candidates.* exclude (agency, source, job),
            candidates.job as job,
            coalesce(candidates.agency, candidates.source, '') as source,
            coalesce(application_id, 'row ' || _line || ' of ' || _file) as submission_id,
            coalesce(candidate_id, submission_id) as person_record,
            stage_of(stage) as stage_now,
            day_reached(screen_on) as screen_day,
            day_reached(shortlist_on) as shortlist_day,
            day_reached(interview_on) as interview_day,
            day_reached(offer_on) as offer_day,
            day_reached(hired_on) as hired_day,
            day_reached(started_on) as started_day,
            day_reached(rejected_on) as rejected_day,
            day_reached(withdrawn_on) as withdrawn_day,
            own.agency_id as own_agency_id,
            own.agency_id is not null as is_own,
            case when is_own then 'agency' else 'hr' end as shortlisted_by,
            coalesce(
                case when not is_own then coalesce(screen_day, shortlist_day) end,
                interview_day,
                offer_day,
                hired_day
            ) as advanced_day,
            min(_line) over (partition by list_value(*columns(* exclude (_line)))) as first_line
        from shape.candidates
        left join shape.own_agency as own on true
    )
select
    applications.*,
    coalesce(job_names.search_id, job) as search_id,
    coalesce(job_names.searches, 0) > 1 as is_ambiguous_job,
    first_line < _line as is_repeated,
    not is_ambiguous_job and not is_repeated as is_counted,
    coalesce(job_names.searches, 0) = 1 as is_job_known,
    coalesce(own_agency_id, answer.agency_id) as agency_id,
    case
        when is_own or answer.agency_id is not null
        then 'agency'
        when answer.spelling is not null
        then channel_of(source)
        else 'unassigned'
    end as channel,
    coalesce(stage_now = 'hired', false)
    or is_reached(hired_on)
    or is_reached(started_on) as is_hired,
    is_reached(withdrawn_on)
    or coalesce(is_candidates_decision(stage), false)
    or coalesce(is_candidates_decision(rejection_reason), false) as is_withdrawn,
    is_reached(rejected_on) or coalesce(stage_now = 'ended', false) as is_ended
from applications
left join shape.job_names on applications.job = job_names.job_name
left join shape.answer on applications.source = answer.spelling
