-- question: Whom do we know only through this agency, and how far do they come?
-- grain: group
-- reads: marts.submission, marts.person_contact, marts.export
-- with: persons_brought, links_seen
-- by: agency, client, department, role_family, quarter
-- unit: person whom an agency sent; rates are fractions of those persons
-- attribution: received
-- direction: neither
-- owner: agency
-- smallest_n: 5
-- readers: hr
-- source: counts with Wilson's interval
-- note: unique_persons = those whom no other agency and no other way (direct, referral, internal,
-- sourced, not assigned) ever brought, on any search, whatever the period; shared_persons = the
-- rest. Interviewed, offered and hired count what came of the agencies' submissions in the period,
-- the redundant ones too; hired = the acceptance stands. A step that the exports can't show is
-- null; all but persons is null where two records of one person can't be told from the files
with
    counts as (
        select
            "group",
            is_link_seen,
            count(*) as persons,
            count(*) filter (where is_unique) as k_unique,
            count(*) filter (where not is_unique) as k_shared,
            count(*) filter (where is_unique and is_interviewed) as k_unique_interviewed,
            count(*) filter (where is_unique and is_offered) as k_unique_offered,
            count(*) filter (where is_unique and is_hired) as k_unique_hired,
            count(*) filter (where not is_unique and is_interviewed) as k_shared_interviewed,
            count(*) filter (where not is_unique and is_offered) as k_shared_offered,
            count(*) filter (where not is_unique and is_hired) as k_shared_hired,
            count(*) = count(is_interviewed) as sees_interviewed,
            count(*) = count(is_offered) as sees_offered,
            count(*) = count(is_hired) as sees_hired
        from persons_brought
        cross join links_seen
        group by all
    )
select
    "group",
    persons,
    case when is_link_seen then k_unique end as unique_persons,
    case when is_link_seen then k_shared end as shared_persons,
    share(unique_persons, persons) as unique_rate,
    wilson_low(unique_persons, persons) as unique_low,
    wilson_high(unique_persons, persons) as unique_high,
    case when is_link_seen and sees_interviewed then k_unique_interviewed end as unique_interviewed,
    share(unique_interviewed, unique_persons) as unique_interviewed_rate,
    wilson_low(unique_interviewed, unique_persons) as unique_interviewed_low,
    wilson_high(unique_interviewed, unique_persons) as unique_interviewed_high,
    case when is_link_seen and sees_offered then k_unique_offered end as unique_offered,
    share(unique_offered, unique_persons) as unique_offered_rate,
    wilson_low(unique_offered, unique_persons) as unique_offered_low,
    wilson_high(unique_offered, unique_persons) as unique_offered_high,
    case when is_link_seen and sees_hired then k_unique_hired end as unique_hired,
    share(unique_hired, unique_persons) as unique_hired_rate,
    wilson_low(unique_hired, unique_persons) as unique_hired_low,
    wilson_high(unique_hired, unique_persons) as unique_hired_high,
    case when is_link_seen and sees_interviewed then k_shared_interviewed end as shared_interviewed,
    share(shared_interviewed, shared_persons) as shared_interviewed_rate,
    wilson_low(shared_interviewed, shared_persons) as shared_interviewed_low,
    wilson_high(shared_interviewed, shared_persons) as shared_interviewed_high,
    case when is_link_seen and sees_offered then k_shared_offered end as shared_offered,
    share(shared_offered, shared_persons) as shared_offered_rate,
    wilson_low(shared_offered, shared_persons) as shared_offered_low,
    wilson_high(shared_offered, shared_persons) as shared_offered_high,
    case when is_link_seen and sees_hired then k_shared_hired end as shared_hired,
    share(shared_hired, shared_persons) as shared_hired_rate,
    wilson_low(shared_hired, shared_persons) as shared_hired_low,
    wilson_high(shared_hired, shared_persons) as shared_hired_high
from counts
order by "group"
