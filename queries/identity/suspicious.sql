-- grain: component that hangs together too loosely
-- key: component
-- reads: staging.component, staging.tie, staging.contact_key
-- note: Held together by probable ties, and of more than six records or of two different profiles
with
    held_by_probable as (
        select distinct component.component
        from staging.tie
        inner join staging.component on tie.candidate_id_a = component.candidate_id
        where tie.rule = 'probable'
    ),
    profiles as (
        select candidate_id, contact_key as profile from staging.contact_key where kind = 'linkedin'
    )
select component.component
from staging.component
semi join held_by_probable using (component)
left join profiles using (candidate_id)
group by component.component
having count(distinct candidate_id) > 6 or count(distinct profile) > 1
