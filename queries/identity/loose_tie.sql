-- grain: pair of candidates whose probable tie holds a suspicious group together
-- key: candidate_id_a, candidate_id_b
-- reads: staging.tie, staging.component, staging.suspicious
select tie.*
from staging.tie
inner join staging.component on tie.candidate_id_a = component.candidate_id
semi join staging.suspicious using (component)
where tie.rule = 'probable'
