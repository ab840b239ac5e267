-- grain: component with a neighbour
-- key: component
-- reads: staging.component_link
select
    component,
    least(
        struct_pack(rank := hash(component), name := component),
        min(struct_pack(rank := hash(neighbour), name := neighbour))
    ).name as joined_to
from staging.component_link
group by component
