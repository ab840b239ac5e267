-- grain: claim
-- reads: marts.brief, marts.brief_change, marts.contact_gap, marts.export, marts.meeting,
-- marts.offer, marts.opening, marts.placement, marts.present, marts.pulse_response, marts.search,
-- marts.submission, marts.task_event, marts.wait
-- with: claim_cases
-- note: how far with and outcome go together within agencies (departments, where a case stands
-- for a search of several): for each case the product of both less their means there, summed by
-- search, and by agency and quarter. `quarters` are the pairs of agency and quarter of agencies
-- that have both
with
    scored_cases as (
        select
            *,
            is_with::integer - avg(is_with::integer) over alike as apart,
            apart * (is_hit::integer - avg(is_hit::integer) over alike) as score
        from claim_cases
        window alike as (partition by claim, compared_within)
    ),
    searches as (
        select claim, search_id, sum(score) as score from scored_cases group by claim, search_id
    ),
    quarters as (
        select
            claim,
            compared_within,
            quarter_label(judged_on, 1) as label,
            sum(score) as score,
            bool_or(abs(apart) > 1e-12) as has_both
        from scored_cases
        group by claim, compared_within, label
    ),
    by_search as (
        select claim, list(score order by search_id) as search_scores from searches group by claim
    )
select
    claim,
    any_value(search_scores) as search_scores,
    list(score order by compared_within, label) as quarter_scores,
    count(*) filter (where has_both) as quarters
from quarters
inner join by_search using (claim)
group by claim
