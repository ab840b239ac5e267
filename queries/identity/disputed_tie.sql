-- grain: pair of candidates tied within a group that holds two who are different
-- key: candidate_id_a, candidate_id_b
-- reads: staging.tie, staging.component, staging.held_apart
-- note: the strongest goes first when they are laid again
select tie.candidate_id_a, tie.candidate_id_b, tie.strength, tie.weight
from staging.tie
inner join staging.component on tie.candidate_id_a = component.candidate_id
semi join staging.held_apart using (component)
