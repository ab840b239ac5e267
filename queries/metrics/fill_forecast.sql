-- question: When will it be filled: how likely is it within the next 30 and 60 days?
-- grain: opening_id
-- reads: marts.opening, marts.brief_opening, marts.opening_chance
-- with: openings_in_scope
-- by:
-- unit: open opening (one seat); filled_in_30_rate and filled_in_60_rate are fractions, each with
-- its range at 90 %, to whole 5 points; calendar days from the as-of day
-- attribution: opened
-- direction: higher is better
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: Aalen-Johansen incidence of those still open at that age, per role family, drawn towards
-- that of all (beta-binomial, its strength averaged over what the role families allow), seats of
-- one search counted as the fewer cases they are (Kish 1965)
-- refuses: selected by closing
-- note: of the openings that reached the same age still open, the share filled within so many days
-- more, by whomever; cancelled ones end unfilled. The history is every opening of these figures,
-- whatever the period and the filters, and the chances are worked out once, when the figures are
-- made, so an opening has one chance wherever and to whomever it is shown; those already open when
-- the exports begin count from the age at which they came into view. The range holds the true
-- chance of that role family at that age in 90 of 100 cases or more. Null while on hold, and where
-- fewer than ten separate openings were followed at that age, or none to the end of the days. In
-- an agency's file it is null too where other agencies' part of that history could be told from it
-- (marts.opening_chance). In the files that an agency runs itself a fill is one by that agency
select
    opening_id,
    search_id,
    age_days,
    is_on_hold,
    filled_in_30_rate,
    filled_in_30_low,
    filled_in_30_high,
    filled_in_60_rate,
    filled_in_60_low,
    filled_in_60_high
from marts.opening_chance
where opening_id in (select opening_id from openings_in_scope)
order by age_days desc, opening_id
