-- question: Where several submissions name one person for one search, who is the likely owner?
-- grain: search_id, person_id
-- reads: marts.submission, marts.search, marts.placement, marts.export
-- with: agency_submissions, whose_files
-- by:
-- unit: a person on a search; agency ids, days and the fee with its currency
-- attribution: received
-- direction: neither
-- owner: both
-- smallest_n: 1
-- readers: hr
-- source: the first valid submission owns for the agency's ownership period; a convention, the
-- contract decides
-- note: listed are persons with at least one redundant agency submission on the search in the
-- period. The owner is the one after the latest of them; is_owned says whether its period
-- still runs on the as-of day. agency_ids are those who sent the person. needs_decision =
-- two agencies' first submissions arrived within one minute. fee_at_stake = the fee of the
-- hire that came of it, in its own currency, where more than one agency sent the person. In an
-- agency's own files nobody knows who else sent the person, so the owner is null
with
    agencies as (
        select
            search_id,
            person_id,
            agency_id,
            count(*) as submissions,
            count(*) filter (where is_redundant) as redundant,
            min(received_at) as first_at,
            max((received_at, submission_id)) as latest,
            arg_max(
                {'agency_id':owner_agency_id, 'until':owned_until}, (received_at, submission_id)
            ) as owner
        from agency_submissions
        where
            (search_id, person_id)
            in (select (search_id, person_id) from agency_submissions where is_redundant)
        group by all
    ),
    agencies_in_order as (
        select
            *,
            first_at - lag(first_at) over (
                partition by search_id, person_id order by first_at, agency_id
            ) as after_previous
        from agencies
    ),
    persons as (
        select
            search_id,
            person_id,
            arg_max(owner, latest) as owner,
            sum(submissions)::bigint as submissions,
            sum(redundant)::bigint as redundant,
            list(agency_id) as agency_ids,
            coalesce(bool_or(after_previous <= interval 1 minute), false) as needs_decision
        from agencies_in_order
        group by all
    ),
    fees as (
        select
            submission.search_id,
            submission.person_id,
            arg_max(placement.fee_amount, placement.placement_id) as fee_amount,
            arg_max(placement.currency, placement.placement_id) as currency
        from marts.placement as placement
        inner join
            marts.submission as submission on placement.submission_id = submission.submission_id
        where placement.fee_amount is not null
        group by all
    )
select
    persons.search_id,
    search.title,
    persons.person_id,
    case when not is_agencys_own then persons.owner.agency_id end as owner_agency_id,
    case when not is_agencys_own then persons.owner.until end as owned_until,
    case
        when not is_agencys_own then coalesce(persons.owner.until > as_of_on, false)
    end as is_owned,
    submissions,
    redundant,
    array_to_string(list_sort(agency_ids), ';') as agency_ids,
    case when not is_agencys_own then needs_decision end as needs_decision,
    case when len(agency_ids) > 1 then fees.fee_amount end as fee_at_stake,
    case when len(agency_ids) > 1 then fees.currency end as currency
from persons
cross join whose_files
left join marts.search as search on persons.search_id = search.search_id
left join fees on persons.search_id = fees.search_id and persons.person_id = fees.person_id
cross join marts.export
order by persons.search_id, persons.person_id
