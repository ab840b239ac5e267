-- question: Who sent the two records of a pair, for which search, and what would be redundant?
-- grain: candidate_id_a, candidate_id_b, submission_id
-- reads: marts.person_link, marts.person_contact, marts.submission, marts.search, marts.agency
-- attribution: none
-- readers: hr
-- note: of the pair asked for, else of all. Where two people are counted today, also what their
-- other records brought. would_repeat: an agency sent it, it is not redundant today, and on that
-- search the other of the two was there before
with
    pairs as (
        select
            candidate_id_a,
            candidate_id_b,
            one.person_id as person_id_a,
            other.person_id as person_id_b,
            person_id_a <> person_id_b as are_two
        from marts.person_link
        inner join marts.person_contact as one on candidate_id_a = one.candidate_id
        inner join marts.person_contact as other on candidate_id_b = other.candidate_id
        where
            ($candidate_id_a is null or candidate_id_a = $candidate_id_a)
            and ($candidate_id_b is null or candidate_id_b = $candidate_id_b)
    ),
    sent as (
        select
            pairs.*,
            submission.*,
            candidate_id = candidate_id_a or (are_two and person_id = person_id_a) as is_of_a,
            {'at':received_at, 'id':submission_id} as moment
        from pairs
        inner join
            marts.submission
            on candidate_id in (candidate_id_a, candidate_id_b)
            or (are_two and person_id in (person_id_a, person_id_b))
    ),
    in_order as (
        select
            *,
            min(moment) filter (where is_of_a) over on_one_search as first_of_a,
            min(moment) filter (where not is_of_a) over on_one_search as first_of_b
        from sent
        window on_one_search as (partition by candidate_id_a, candidate_id_b, search_id)
    )
select
    in_order.candidate_id_a,
    in_order.candidate_id_b,
    in_order.submission_id,
    in_order.is_of_a,
    in_order.received_on,
    in_order.channel,
    in_order.agency_id,
    agency.name as agency_name,
    in_order.search_id,
    search.title,
    in_order.is_redundant,
    are_two
    and in_order.channel = 'agency'
    and not in_order.is_redundant
    and coalesce(
        case when is_of_a then first_of_b else first_of_a end < moment, false
    ) as would_repeat
from in_order
left join marts.search as search on in_order.search_id = search.search_id
left join marts.agency as agency on in_order.agency_id = agency.agency_id
order by in_order.candidate_id_a, in_order.candidate_id_b, in_order.received_at, submission_id
limit $row_limit
