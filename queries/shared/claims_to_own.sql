-- grain: rule, submission_id
-- reads: marts.submission, marts.agency
-- note: per rule of the chain `rules`, what each agency submission of `persons_sent_again` may
-- claim. `about` is the search, or nothing where the rule holds for the whole company. A claim is
-- valid unless we had the person before (where own applications go first) or it came again after a
-- no on that search. It begins at its receipt; where consent goes first, and any is on record, only
-- those with consent claim, from when both are there. is_repeat = the same agency's, within its
-- days of an earlier one that was not withdrawn before
with
    sent as (
        select
            submission.*,
            rules.*,
            case rules.scope when 'search' then submission.search_id else '' end as about,
            coalesce(submission.client_id, '') as company,
            agency.ownership_days as days,
            channel = 'agency' as is_from_agency
        from marts.submission as submission
        left join marts.agency as agency on submission.agency_id = agency.agency_id
        cross join rules
        where submission.person_id in (select person_id from persons_sent_again)
    ),
    seen as (
        select
            sent.*,
            bool_or(is_from_agency and consent_at is not null) over same_person as has_any_consent,
            min((received_at, submission_id)) filter (
                where channel in ('direct', 'referral', 'internal', 'sourced')
            ) over same_person as own_application,
            basis = 'consent_first' and has_any_consent as is_by_consent,
            if(is_by_consent, greatest(received_at, consent_at), received_at) as claimed_at,
            claimed_at + to_days(days) as until_at,
            received_on + days + (claimed_at::date - received_at::date)::integer as until_on
        from sent
        window same_person as (partition by "rule", company, about, person_id)
    )
select
    seen.*,
    coalesce(
        max(least(until_at, withdrawn_at + interval 1 microsecond)) over (
            partition by "rule", company, about, person_id, agency_id
            order by claimed_at, submission_id
            rows between unbounded preceding and 1 preceding
        )
        > claimed_at,
        false
    ) as is_repeat,
    self_application = 'yes'
    and coalesce(own_application < (received_at, submission_id), false) as is_known_before,
    basis <> 'explicit' and days > 0 and not is_known_before and not is_after_a_no as is_valid
from seen
where is_from_agency and (not is_by_consent or consent_at is not null)
