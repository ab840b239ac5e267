-- grain: pair of components that a link ties, both ways round
-- key: component, neighbour
-- reads: staging.component_link, staging.nearest
select distinct one.joined_to as component, other.joined_to as neighbour
from staging.component_link
inner join staging.nearest as one using (component)
inner join staging.nearest as other on component_link.neighbour = other.component
where one.joined_to <> other.joined_to
