-- question: Where several submissions name one person for one search, who is the likely owner?
-- grain: search_id, person_id
-- reads: marts.submission, marts.search, marts.placement, marts.export, marts.agency, marts.dispute
-- with: rule_in_force as rules, persons_sent_again, claims_to_own, spans_owned, written_owners,
-- owners_by_rule, fees_of_hires
-- by:
-- unit: a person on a search; agency ids, days and the fee with its currency
-- attribution: received
-- direction: neither
-- owner: both
-- smallest_n: 1
-- readers: hr
-- source: the first valid submission owns for the agency's ownership period, unless another rule is
-- set; a convention, the contract decides
-- note: listed are persons with at least one redundant agency submission on the search in the
-- period, whatever the rule. The owner is the one after the latest of them; is_owned says whether
-- its period still runs on the as-of day. needs_decision = two agencies' claims began within one
-- minute, and then nobody is the owner. because says why. fee_at_stake = the fee of the hire that
-- came of it, in its own currency, where more than one agency sent the person. In an agency's own
-- files nobody knows who else sent the person, so the owner is null
select
    owners_by_rule.search_id,
    search.title,
    owners_by_rule.person_id,
    owner_agency_id,
    owned_until,
    case when because <> 'unseen' then coalesce(owned_until > as_of_on, false) end as is_owned,
    persons_sent_again.submissions::bigint as submissions,
    persons_sent_again.redundant::bigint as redundant,
    persons_sent_again.agency_ids,
    case when because <> 'unseen' then because = 'tie' end as needs_decision,
    case when persons_sent_again.agencies > 1 then fees_of_hires.fee_amount end as fee_at_stake,
    case when persons_sent_again.agencies > 1 then fees_of_hires.currency end as currency,
    because
from owners_by_rule
inner join persons_sent_again using (search_id, person_id)
left join marts.search as search on owners_by_rule.search_id = search.search_id
left join
    fees_of_hires
    on owners_by_rule.search_id = fees_of_hires.search_id
    and owners_by_rule.person_id = fees_of_hires.person_id
cross join marts.export
order by owners_by_rule.search_id, owners_by_rule.person_id
