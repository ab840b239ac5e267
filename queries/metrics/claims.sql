-- question: Which claims about a good partnership hold in these figures?
-- grain: claim
-- reads: marts.brief, marts.brief_change, marts.contact_gap, marts.export, marts.meeting,
-- marts.offer, marts.opening, marts.placement, marts.present, marts.pulse_response, marts.search,
-- marts.submission, marts.task_event, marts.wait
-- needs: submissions
-- with: claim_sides, claim_scores
-- by:
-- unit: case of a claim (opening, search, brief, submission, hire or offer); rates are fractions
-- attribution: the day on which a case can be judged
-- direction: fewer where is_less_better, else more
-- owner: both
-- smallest_n: 20
-- readers: hr
-- source: Newcombe 1998, difference of two shares; Rao and Scott 1992, cases in clusters; Kline
-- and Santos 2012, test of scores by clusters; Benjamini and Hochberg 1995, many comparisons at
-- once
-- then: statistics.claims.with_verdicts
-- note: with and without are told apart by what was known before the outcome; the rule of each
-- claim is a note of the chains claims_about_searches, _briefs, _submissions and _offers. A claim
-- needs 20 searches on both sides (fewest_searches), or as many as the setting for evidence asks
-- for if that is more; enough_on is the day on which it has them at the pace of the 365 days up
-- to the as-of day (of the days since its first case, where these are fewer), null where it has
-- them or where a side that lacks them got none. is_enough = it has them, in at least 8 pairs of
-- agency and quarter, of agencies that have both sides. In the likely range of the difference k
-- and n of a side are divided by how much the cases of one search go together (at least 1).
-- p_value is that of no association the way of the claim within agencies (departments, where a
-- case stands for a search of several): products of with and outcome, each less its mean in the
-- agency, summed by search, and by agency and quarter, with signs drawn at random; the larger of
-- the two. verdict = supported where p_value is a discovery among the claims with enough and the
-- whole range lies on the side of the claim; opposite likewise on the other side; chance else;
-- too_few without enough. At most one in twenty of those called supported is to be expected to be
-- chance
with
    pairs as (
        select
            claim,
            coalesce(any_value(hits) filter (where is_with), 0) as with_k,
            coalesce(any_value(cases) filter (where is_with), 0) as with_n,
            any_value(rate) filter (where is_with) as with_rate,
            any_value(low) filter (where is_with) as with_low,
            any_value(high) filter (where is_with) as with_high,
            coalesce(any_value(hits) filter (where not is_with), 0) as without_k,
            coalesce(any_value(cases) filter (where not is_with), 0) as without_n,
            any_value(rate) filter (where not is_with) as without_rate,
            any_value(low) filter (where not is_with) as without_low,
            any_value(high) filter (where not is_with) as without_high,
            coalesce(any_value(searches) filter (where is_with), 0) as with_searches,
            coalesce(any_value(searches) filter (where not is_with), 0) as without_searches,
            any_value(fewest_searches) as fewest_searches,
            count(*) = 2 and bool_and(lacking <= 0) as has_searches,
            case
                when count(*) = 2 and bool_and(lacking <= 0 or enough_on is not null)
                then max(enough_on) filter (where lacking > 0)
            end as enough_on
        from claim_sides
        group by claim
    )
select
    pairs.*,
    with_rate - without_rate as difference,
    difference
    - sqrt(pow(with_rate - with_low, 2) + pow(without_high - without_rate, 2)) as difference_low,
    difference
    + sqrt(pow(with_high - with_rate, 2) + pow(without_rate - without_low, 2)) as difference_high,
    pairs.claim in ('kickoff_change', 'rhythm_redundancy', 'answers_withdrawal') as is_less_better,
    claim_scores.quarters,
    has_searches and quarters >= 8 as is_enough,
    claim_scores.search_scores,
    claim_scores.quarter_scores
from pairs
inner join claim_scores on pairs.claim = claim_scores.claim
order by pairs.claim
