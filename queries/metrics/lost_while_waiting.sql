-- question: How many candidates were lost while HR's own step was late?
-- grain: group
-- reads: marts.submission, marts.wait, marts.export
-- needs: submissions
-- with: lost_candidates
-- by: agency, client, department, quarter
-- unit: agency submission past screening; lost_rate is a fraction
-- attribution: received
-- direction: lower is better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: lost = withdrew for another job or because it took too long (is_lost_to_slowness in
-- macros.sql) while HR or the business leader owed the invitation, the feedback after an interview
-- or the offer for longer than the limit of that wait. Those lost before an answer to the profile
-- are lost_before_screening and in no share. The same events as in the reply times: shown, never
-- scored. lost is null where no withdrawal in the exports has a reason. lost_by_step says what was
-- pending and who owned it, price_of_silence how withdrawals go with waiting
select
    "group",
    submissions,
    lost,
    lost_before_screening,
    share(lost, submissions) as lost_rate,
    wilson_low(lost, submissions) as lost_low,
    wilson_high(lost, submissions) as lost_high
from lost_candidates
order by "group"
