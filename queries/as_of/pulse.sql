-- grain: pulse answer
-- key: response_id
-- reads: typed.pulse, typed.export
select pulse.* from typed.pulse cross join typed.export where pulse.asked_on <= export.as_of_on
