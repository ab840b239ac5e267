-- grain: opening that is open
-- key: opening_id
-- reads: marts.opening, marts.hold, marts.export
-- with: as_of_day as days_to_look, openings_as_seen
-- then: statistics.forecast.with_chances
-- note: The select gives the history, which is every opening of these figures, and the function the
-- chances of those that are open. Those already open when the exports begin count from the age at
-- which they came into view.
select opening_id, search_id, "group", search, days, entry_days, ended_as, is_on_hold, is_asked
from openings_as_seen
