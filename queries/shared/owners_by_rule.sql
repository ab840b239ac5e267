-- grain: rule, search_id, person_id
-- reads: marts.submission, marts.export
-- note: the owner of each of persons_sent_again under each of `rules`, as it stood when the latest
-- thing came: a submission or, where consent goes first, a consent. A tie has no owner. Null in an
-- agency's own files, and where consent goes first but no file holds a consent
with
    sight as (
        select
            owner = 'agency' as is_agencys_own,
            (select coalesce(bool_or(has_consent), false) from marts.submission) as shows_consent
        from marts.export
    ),
    asked as (
        select
            persons_sent_again.*,
            rules.*,
            case rules.scope when 'search' then search_id else '' end as about,
            coalesce(client_id, '') as company,
            if(basis = 'consent_first', greatest(latest_at, consent_at), latest_at) as moment
        from persons_sent_again
        cross join rules
    ),
    spans as (
        select
            asked."rule",
            asked.search_id,
            asked.person_id,
            arg_max(spans_owned, spans_owned.from_at) as span
        from asked
        inner join spans_owned using ("rule", company, about, person_id)
        where spans_owned.from_at <= asked.moment and spans_owned.until_at > asked.moment
        group by all
    ),
    known as (
        select
            "rule",
            about,
            company,
            person_id,
            bool_or(is_known_before) as is_known,
            bool_or(is_by_consent) as is_by_consent
        from claims_to_own
        group by all
    ),
    written as (select * from written_owners)
select
    asked."rule",
    asked.basis,
    asked.scope,
    asked.resets,
    asked.self_application,
    asked.search_id,
    asked.person_id,
    case
        when is_agencys_own or (basis = 'consent_first' and not shows_consent)
        then 'unseen'
        when basis = 'explicit'
        then if(written.agency_id is null, 'nothing_written', 'written')
        when span.is_tied
        then 'tie'
        when span is null
        then if(is_known, 'known_before', 'nobody')
        when is_by_consent
        then 'consent'
        else 'first'
    end as because,
    case
        when because = 'written'
        then written.agency_id
        when because in ('first', 'consent')
        then span.agency_id
    end as owner_agency_id,
    case
        when because = 'written'
        then written.until_on
        when because in ('first', 'consent')
        then span.until_on
    end as owned_until
from asked
cross join sight
left join
    spans
    on asked."rule" = spans."rule"
    and asked.search_id = spans.search_id
    and asked.person_id = spans.person_id
left join
    known
    on asked."rule" = known."rule"
    and asked.about = known.about
    and asked.company = known.company
    and asked.person_id = known.person_id
left join written on asked.search_id = written.search_id and asked.person_id = written.person_id
