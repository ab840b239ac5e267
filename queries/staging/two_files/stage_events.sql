-- grain: dated stage of an application
-- shown_by: shape.candidates(screen_on, shortlist_on, interview_on, offer_on, hired_on,
-- rejected_on)
-- reads: shape.applications
-- carries: raw.candidates
-- note: A company's system is HR's: a stage with a day was entered by HR, unless the candidate
-- withdrew. In an agency's, screening and shortlisting are its own work; what comes after is the
-- client's.
with
    stages as (
        select
            submission_id,
            unnest(
                ['screen', 'shortlist', 'interview', 'offer', 'hired', 'ended', 'ended']
            ) as stage,
            unnest(
                [
                    screen_day,
                    shortlist_day,
                    interview_day,
                    offer_day,
                    hired_day,
                    rejected_day,
                    withdrawn_day
                ]
            ) as entered_at,
            unnest([shortlisted_by, shortlisted_by, 'hr', 'hr', 'hr', 'hr', null]) as actor,
            _file,
            _line
        from shape.applications
        where is_counted
    )
select *
from stages
where entered_at is not null
