-- question: Do both sides say alike that they agree what success looks like?
-- grain: group
-- reads: marts.pulse_response
-- needs: pulse
-- by: agency, quarter
-- unit: pair of both sides' answers on goals, for one agency, search and quarter; aligned_rate is a
-- fraction, scores are 1 to 5
-- attribution: asked
-- direction: a gap near 0 and a higher rate are better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval; range of the mean gap by drawing searches again, both
-- answers of a pair together (Efron and Tibshirani 1993)
-- then: statistics.resampled.with_gap_range
-- note: HR's answers and the agency's on the item goals, each side's on average; the business
-- leader's are not in it. aligned = no more than one point apart. mean_gap = the agency's less
-- HR's,
-- so above 0 the agency sees more agreement. Quarters of the calendar. An answer without the other
-- side's is in no pair; the survey belongs to an agency, other filters leave it as it is.
-- gap_low and gap_high are the likely range of mean_gap, null under five searches; the select gives
-- the
-- gaps and searches it is drawn from
with
    sides as (
        select
            agency_id,
            search_id,
            date_trunc('quarter', asked_on) as quarter_on,
            max(asked_on) as asked_on,
            avg(score) filter (where respondent = 'hr') as hr_score,
            avg(score) filter (where respondent = 'agency') as agency_score
        from marts.pulse_response
        where item = 'goals'
        group by agency_id, search_id, quarter_on
    ),
    pairs_in_scope as (
        -- A pair about no search in particular is one of its own.
        select
            *,
            dense_rank() over (
                order by
                    search_id,
                    case when search_id is null then agency_id end,
                    case when search_id is null then quarter_on end
            ) as search
        from sides
        where
            hr_score is not null
            and agency_score is not null
            and in_period(asked_on, $period_start, $period_end)
            and chosen($agencies, agency_id)
    )
select
    case
        $by when 'agency' then agency_id when 'quarter' then quarter_label(asked_on, $first_month)
    end as "group",
    count(*) as pairs,
    count(*) filter (where abs(agency_score - hr_score) <= 1) as aligned,
    share(aligned, pairs) as aligned_rate,
    wilson_low(aligned, pairs) as aligned_low,
    wilson_high(aligned, pairs) as aligned_high,
    avg(hr_score) as mean_hr,
    avg(agency_score) as mean_agency,
    avg(agency_score - hr_score) as mean_gap,
    list(agency_score - hr_score) as case_gaps,
    list(search) as case_searches
from pairs_in_scope
group by all
order by "group"
