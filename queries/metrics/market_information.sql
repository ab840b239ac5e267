-- question: Does the agency tell us about the local job market soon after the brief?
-- grain: group
-- reads: marts.brief
-- needs: briefs, meetings
-- with: briefs_in_scope
-- by: agency, client, department, quarter
-- unit: search given to an agency; market_rate is a fraction
-- attribution: briefed
-- direction: higher is better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: counted where a meeting held about the search within 10 business days of the brief has the
-- market among its topics (market, salary, supply, competitors, notice; the list is
-- is_about_the_market in macros.sql). due = those 10 days have passed, or it was spoken of; a
-- search
-- cancelled before is not due. Null where no briefs, or no meetings with topics, are in the exports
select
    "group",
    case when count(is_market_due) > 0 then count(*) filter (where is_market_due) end as due,
    case
        when count(is_market_due) > 0
        then count(*) filter (where is_market_due and has_market_information)
    end as informed,
    share(informed, due) as market_rate,
    wilson_low(informed, due) as market_low,
    wilson_high(informed, due) as market_high
from briefs_in_scope
group by all
order by "group"
