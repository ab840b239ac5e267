-- question: How long after the final yes does the offer go out?
-- grain: group
-- reads: marts.wait
-- needs: interviews, offers
-- with: waits_for_offers as waits, wait_figures
-- by: agency, client, department, quarter
-- unit: agency submission with a final yes; business days from it to the first offer;
-- on_time_rate is a
-- fraction
-- attribution: final yes
-- direction: fewer days and a higher rate are better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: Kaplan-Meier median with what still waits counted; share within the agreed days
-- note: The final yes is the last interview feedback before the first offer; without an offer,
-- the last
-- feedback where it says yes and no interview was arranged after it. Later versions of an offer
-- change nothing. ended = withdrawn, rejected or search closed before an offer. evaluable =
-- extended, or more than 3 business days gone by; on_time = within 3. An offer without feedback
-- before it has no clock. No row where the exports hold no feedback
select
    "group",
    waits as decisions,
    answered as extended,
    waiting,
    ended,
    median_days,
    median_low,
    median_high,
    evaluable,
    on_time,
    on_time_rate,
    on_time_low,
    on_time_high
from wait_figures
order by "group"
