-- grain: opportunity, one person put forward for one posting
-- reads: raw.opportunity(id, contact, name, origin, created_at, archived_at, archived_reason_id),
-- raw.opportunity_source(opportunity_id, source), raw.user(id, name), raw.users(id, name),
-- raw.opportunities(id, contact, name, origin, createdat, archived, sources, sourcedby),
-- raw.archive_reason(id, text), raw.archive_reasons(id, text), shape.application, shape.posting,
-- shape.requisition, shape.answer
-- carries: raw.opportunity, raw.opportunities
-- main: raw.opportunity(id, contact, origin) or raw.opportunities(id, contact, stagechanges)
-- note: The agency is whom the source names, else who referred or sourced. A source that only says
-- how the opportunity was typed in names none.
with
    listed as (
        select
            id,
            contact,
            origin,
            created_at,
            archived_at,
            archived_reason_id,
            sources.source,
            null as sourced_by,
            _file,
            _line
        from raw.opportunity
        left join
            (
                select opportunity_id, min(source) as source
                from raw.opportunity_source
                group by opportunity_id
            ) as sources
            on opportunity.id = sources.opportunity_id
        union all
        select
            id,
            contact,
            origin,
            createdat,
            field_of(archived, '$.archivedAt'),
            field_of(archived, '$.reason'),
            field_of(sources, '$[0]'),
            sourcedby,
            _file,
            _line
        from raw.opportunities
    ),
    first_applications as (
        select *
        from shape.application
        where opportunity_id is not null
        qualify
            row_number() over (partition by opportunity_id order by created_at, id, _file, _line)
            = 1
    ),
    users as (
        select id, name
        from raw."user"
        union
        select id, name
        from raw.users
    ),
    reasons as (
        select id, text
        from raw.archive_reason
        union
        select id, text
        from raw.archive_reasons
    ),
    named as (
        select
            listed.*,
            application.posting_id,
            coalesce(
                application.requisition_id, posting.requisition_id, application.posting_id
            ) as search_id,
            reasons.text as archive_reason,
            case
                when
                    not regexp_matches(
                        listed.source, '(?i)^(added manually|agency|referral|.*import.*)$'
                    )
                then listed.source
            end as source_name,
            coalesce(
                source_name, referrer.name, application.referrer_id, sourcer.name, listed.sourced_by
            ) as brought_by
        from listed
        left join first_applications as application on listed.id = application.opportunity_id
        left join
            (
                select id, min(requisition_id) as requisition_id from shape.posting group by id
            ) as posting
            on application.posting_id = posting.id
        left join
            (select id, min(name) as name from users group by id) as referrer
            on application.referrer_id = referrer.id
        left join
            (select id, min(name) as name from users group by id) as sourcer
            on listed.sourced_by = sourcer.id
        left join
            (select id, min(text) as text from reasons group by id) as reasons
            on listed.archived_reason_id = reasons.id
    )
select
    named.*,
    case
        when answer.spelling is not null
        then answer.agency_id
        when named.origin = 'agency'
        then named.brought_by
    end as agency_id,
    case
        when
            answer.agency_id is not null
            or (
                named.origin = 'agency' and answer.spelling is null and named.brought_by is not null
            )
        then 'agency'
        when named.origin = 'referred'
        then 'referral'
        when named.origin in ('sourced', 'internal')
        then named.origin
        when named.origin in ('applied', 'university')
        then 'direct'
        when answer.spelling is not null
        then channel_of(named.source_name)
        else 'unassigned'
    end as channel,
    case when named.search_id is null then 'no_job' end as why_not
from named
left join shape.answer on coalesce(named.source_name, named.brought_by) = answer.spelling
