-- question: How many candidates were lost while our own step was late, and what does waiting cost?
-- grain: group
-- reads: marts.submission, marts.wait, marts.export
-- needs: submissions
-- with: hr_waits, lost_candidates
-- by: agency, client, department, quarter
-- unit: agency submission past screening; lost_rate is a fraction, within_rate and beyond_rate are
-- withdrawals per 100 business days of waiting
-- attribution: received
-- direction: lower is better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval; ratio of two rates with its log-normal interval
-- note: lost = withdrew for another job or because it took too long (is_lost_to_slowness in
-- macros.sql) while HR or the business leader owed the invitation, the feedback after an interview
-- or the offer for longer than the limit of that wait. Those lost before an answer to the profile
-- are lost_before_screening and in no share. within and beyond are all withdrawals while waiting
-- for
-- any of them, up to the limit and after it, with the days waited; rate_ratio is beyond over
-- within,
-- null where either saw none. The same events as in the reply times: shown, never scored. lost is
-- null where no withdrawal in the exports has a reason
with
    exposures as (
        select
            "group",
            sum(least(days, limit_days))::bigint as within_days,
            sum(greatest(days - limit_days, 0))::bigint as beyond_days,
            count(*) filter (where is_withdrawn and not is_late) as within_withdrawals,
            count(*) filter (where is_withdrawn and is_late) as beyond_withdrawals,
            100 * share(within_withdrawals, within_days) as within_rate,
            100 * share(beyond_withdrawals, beyond_days) as beyond_rate,
            beyond_rate / nullif(within_rate, 0) as ratio,
            sqrt(1 / nullif(within_withdrawals, 0) + 1 / nullif(beyond_withdrawals, 0)) as ln_error
        from hr_waits
        group by all
    )
select
    lost_candidates.*,
    share(lost, submissions) as lost_rate,
    wilson_low(lost, submissions) as lost_low,
    wilson_high(lost, submissions) as lost_high,
    exposures.within_withdrawals,
    exposures.within_days,
    exposures.within_rate,
    exposures.beyond_withdrawals,
    exposures.beyond_days,
    exposures.beyond_rate,
    case when ln_error is not null then exposures.ratio end as rate_ratio,
    exposures.ratio * exp(-1.959963984540054 * ln_error) as ratio_low,
    exposures.ratio * exp(1.959963984540054 * ln_error) as ratio_high
from lost_candidates
left join exposures on lost_candidates."group" is not distinct from exposures."group"
order by lost_candidates."group"
