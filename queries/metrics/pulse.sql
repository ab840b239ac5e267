-- question: How do the two sides rate working with each other?
-- grain: group, respondent, item
-- reads: marts.pulse_response
-- needs: pulse
-- by: agency, quarter
-- unit: answer of the two-way survey; favourable_rate is a fraction
-- attribution: asked
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: respondent is the side that answered: the agency rates HR, HR and the business leader rate
-- the agency. favourable = 4 or 5 of 5. How many were asked and did not answer is in no export, so
-- there is no response rate. The survey belongs to an agency: other filters leave it as it is. No
-- row where no survey is in the exports
select
    case
        $by when 'agency' then agency_id when 'quarter' then quarter_label(asked_on, $first_month)
    end as "group",
    respondent,
    item,
    count(*) as answers,
    count(*) filter (where score >= 4) as favourable,
    share(favourable, answers) as favourable_rate,
    wilson_low(favourable, answers) as favourable_low,
    wilson_high(favourable, answers) as favourable_high,
    avg(score) as mean_score
from marts.pulse_response
where in_period(asked_on, $period_start, $period_end) and chosen($agencies, agency_id)
group by all
order by "group", respondent, item
