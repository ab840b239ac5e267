-- question: Under which rules would another agency be the likely owner?
-- grain: search_id, person_id, rule
-- reads: marts.submission, marts.export, marts.agency, marts.dispute
-- with: every_rule as rules, persons_sent_again, claims_to_own, spans_owned, written_owners,
-- owners_by_rule
-- by:
-- unit: a person on a search under one rule; agency ids and days
-- attribution: received
-- direction: neither
-- owner: both
-- smallest_n: 1
-- readers: hr
-- source: the rules that contracts commonly hold: basis, scope, whether resubmitting starts the
-- days
-- again, whether an own application goes first
-- note: the persons of `ownership`, each under every rule that can be set. is_in_force is the rule
-- that is set. names_another = the rule names an agency, and not the one that the rule in force
-- names;
-- a rule that names nobody, or leaves it open, names no other. Null where either can't be seen.
-- basis consent_first takes the first submission with the
-- candidate's consent on record, else the first valid one; explicit takes only what a settled
-- dispute says
with
    answers as (
        select
            owners_by_rule.*,
            "rule" = concat_ws(
                ', ', $ownership_basis, $ownership_scope, $ownership_resets, $self_application
            ) as is_in_force
        from owners_by_rule
    ),
    in_force as (select * from answers where is_in_force)
select
    answers.search_id,
    answers.person_id,
    answers."rule",
    answers.basis,
    answers.scope,
    answers.resets,
    answers.self_application,
    answers.is_in_force,
    answers.because,
    answers.owner_agency_id,
    answers.owned_until,
    case
        when answers.because <> 'unseen' then coalesce(answers.owned_until > as_of_on, false)
    end as is_owned,
    case when answers.because <> 'unseen' then answers.because = 'tie' end as needs_decision,
    case
        when answers.because <> 'unseen' and in_force.because <> 'unseen'
        then
            answers.owner_agency_id is not null
            and answers.owner_agency_id is distinct from in_force.owner_agency_id
    end as names_another
from answers
left join
    in_force on answers.search_id = in_force.search_id and answers.person_id = in_force.person_id
cross join marts.export
order by answers.search_id, answers.person_id, answers."rule"
