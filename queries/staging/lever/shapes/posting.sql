-- grain: posting, with the requisition it is for
-- reads: raw.posting(id, text, state, created_at, categories_department, categories_team,
-- categories_location, _fivetran_deleted), raw.postings(id, text, state, createdat, categories),
-- raw.requisition_posting(posting_id, requisition_id), raw.requisitions(id, postings)
-- carries: raw.posting, raw.postings
with
    postings as (
        select
            id,
            text,
            state,
            created_at,
            coalesce(categories_department, categories_team) as department,
            categories_location as location,
            coalesce(as_flag(_fivetran_deleted), false) as is_deleted,
            _file,
            _line
        from raw.posting
        union all
        select
            id,
            text,
            state,
            createdat,
            coalesce(field_of(categories, '$.department'), field_of(categories, '$.team')),
            field_of(categories, '$.location'),
            false,
            _file,
            _line
        from raw.postings
    ),
    links as (
        select posting_id, requisition_id
        from raw.requisition_posting
        union all
        select unnest(items_of(postings)) ->> '$', id
        from raw.requisitions
    )
select
    postings.*,
    links.requisition_id,
    case
        when is_deleted
        then 'deleted'
        when as_word(state) in ('draft', 'pending', 'rejected')
        then 'draft'
    end as why_not
from postings
left join
    (
        select posting_id, min(requisition_id) as requisition_id from links group by posting_id
    ) as links
    on postings.id = links.posting_id
