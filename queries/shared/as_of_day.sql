-- grain: seen_on
-- reads: marts.export
-- note: the day all figures speak of, as the one on which openings are looked at
select as_of_on as seen_on from marts.export
