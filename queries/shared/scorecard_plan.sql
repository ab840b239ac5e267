-- grain: line
-- reads:
-- note: the lines of the scorecard, at most eight a side, named as the agreed targets are
select *, row_number() over () as position
from
    (
        values
            ('hr', 'speed', 'feedback_latency.on_time_rate'),
            ('hr', 'speed', 'interview_scheduling.invited_rate'),
            ('hr', 'speed', 'interview_feedback.on_time_rate'),
            ('hr', 'information', 'rejections_with_reason.reason_rate'),
            ('hr', 'roles', 'role_adherence.hr_rate'),
            ('hr', 'clean', 'redundant_submissions.known_here_rate'),
            ('hr', 'offer', 'offer_turnaround.on_time_rate'),
            ('hr', 'respect', 'pulse.of_hr_rate'),
            ('agency', 'speed', 'first_candidate.on_time_rate'),
            ('agency', 'speed', 'request_replies.on_time_rate'),
            ('agency', 'information', 'market_information.market_rate'),
            ('agency', 'roles', 'role_adherence.agency_rate'),
            ('agency', 'clean', 'redundant_submissions.by_agency_rate'),
            ('agency', 'clean', 'consent_coverage.consent_rate'),
            ('agency', 'offer', 'pay_expectation.within_5_rate'),
            ('agency', 'respect', 'pulse.of_agency_rate'),
            ('shared', 'start', 'kickoff_coverage.tri_party_rate'),
            ('shared', 'start', 'goal_alignment.aligned_rate'),
            ('shared', 'rhythm', 'meeting_rhythm.rhythm_coverage')
    ) as lines(side, pillar, line)
