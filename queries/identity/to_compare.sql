-- grain: candidate that may be somebody else's other record
-- key: candidate_id
-- reads: staging.record, staging.block, staging.component
-- note: blocks are those in which not all are one person by their keys already
with
    worth_a_look as (
        select kind, value
        from staging.block
        left join staging.component using (candidate_id)
        group by kind, value
        having count(distinct coalesce(component, candidate_id)) > 1
    ),
    blocks_of_records as (
        select candidate_id, list(kind || ' ' || value order by kind) as blocks
        from staging.block
        semi join worth_a_look using (kind, value)
        group by candidate_id
    )
select record.*, blocks
from staging.record
inner join blocks_of_records using (candidate_id)
