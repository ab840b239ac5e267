-- question: How many people do two agencies both send?
-- grain: agency_id_a, agency_id_b
-- reads: marts.submission, marts.person_contact, marts.export
-- with: agency_submissions, links_seen
-- by:
-- unit: pair of agencies; persons; shared_share is a fraction of the smaller agency's persons
-- attribution: received
-- direction: neither
-- owner: both
-- smallest_n: 5
-- readers: hr
-- source: counts
-- note: every pair of agencies that both sent somebody in the period, once, the smaller id first.
-- shared_persons = persons both sent in the period, for whatever search; shared_on_search = those
-- of them whom both sent for the same search; smaller_persons = persons of the one that sent fewer.
-- Null where two records of one person can't be told from the files
with
    sent as (select distinct agency_id, person_id, search_id from agency_submissions),
    brought as (select distinct agency_id, person_id from sent),
    sizes as (select agency_id, count(*) as persons from brought group by agency_id),
    shared as (
        select one.agency_id as agency_id_a, other.agency_id as agency_id_b, count(*) as persons
        from brought as one
        inner join
            brought as other on one.person_id = other.person_id and one.agency_id < other.agency_id
        group by all
    ),
    shared_on_search as (
        select
            one.agency_id as agency_id_a,
            other.agency_id as agency_id_b,
            count(distinct one.person_id) as persons
        from sent as one
        inner join
            sent as other
            on one.person_id = other.person_id
            and one.search_id = other.search_id
            and one.agency_id < other.agency_id
        group by all
    )
select
    a.agency_id as agency_id_a,
    b.agency_id as agency_id_b,
    a.persons as persons_a,
    b.persons as persons_b,
    case when is_link_seen then coalesce(shared.persons, 0) end as shared_persons,
    case when is_link_seen then coalesce(shared_on_search.persons, 0) end as shared_on_search,
    least(a.persons, b.persons) as smaller_persons,
    share(shared_persons, smaller_persons) as shared_share
from sizes as a
inner join sizes as b on a.agency_id < b.agency_id
cross join links_seen
left join shared on a.agency_id = shared.agency_id_a and b.agency_id = shared.agency_id_b
left join
    shared_on_search
    on a.agency_id = shared_on_search.agency_id_a
    and b.agency_id = shared_on_search.agency_id_b
order by shared_persons desc nulls last, agency_id_a, agency_id_b
