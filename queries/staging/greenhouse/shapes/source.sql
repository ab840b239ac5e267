-- grain: source
-- reads: raw.source(id, name, source_type_name), raw.sources(id, name, type), shape.answer
-- note: Agencies are the sources of the type Agencies, and what a person said are some.
with
    sources as (
        select id, name, source_type_name as source_type
        from raw.source
        union
        select id, name, field_of(type, '$.name')
        from raw.sources
    )
select
    sources.id,
    sources.name,
    sources.source_type,
    case
        when answer.spelling is not null
        then answer.agency_id
        when regexp_matches(sources.source_type, '(?i)^(recruiting |staffing )?agenc')
        then sources.id
    end as agency_id
from sources
left join shape.answer on trim(sources.name) = answer.spelling
where sources.id is not null
qualify row_number() over (partition by sources.id order by sources.name) = 1
