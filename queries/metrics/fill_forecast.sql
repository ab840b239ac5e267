-- question: When will it be filled: how likely is it within the next 30 and 60 days?
-- grain: opening_id
-- reads: marts.opening, marts.brief_opening, marts.hold, marts.export
-- with: as_of_day as days_to_look, openings_as_seen
-- by:
-- unit: open opening (one seat); filled_in_30_rate and filled_in_60_rate are fractions, each with
-- its range at 90 %; calendar days from the as-of day
-- attribution: opened
-- direction: higher is better
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: Aalen-Johansen incidence of those still open at that age, per role family, drawn towards
-- that of all (beta-binomial, its strength averaged over what the role families allow), seats of
-- one search counted as the fewer cases they are (Kish 1965)
-- refuses: selected by closing
-- then: statistics.forecast.with_chances
-- note: of the openings that reached the same age still open, the share filled within so many days
-- more, by whomever; cancelled ones end unfilled. The history is every opening of these figures,
-- whatever the period and the filters, so an opening has one chance wherever it is shown; those
-- already open when the exports begin count from the age at which they came into view. The range
-- holds the true chance of that role family at that age in 90 of 100 cases. Null while on hold,
-- and where fewer than ten separate openings were followed at that age, or none to the end of the
-- days. The select gives the history, the function the chances. In an agency's own files a fill is
-- one by that agency
select
    case when is_asked then opening_id end as opening_id,
    case when is_asked then search_id end as search_id,
    "group",
    search,
    days,
    entry_days,
    ended_as,
    is_on_hold,
    is_asked
from openings_as_seen
