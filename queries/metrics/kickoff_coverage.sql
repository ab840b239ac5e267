-- question: Did each search start with a kickoff, and with all three parties there?
-- grain: group
-- reads: marts.brief
-- needs: briefs, meetings
-- with: briefs_in_scope
-- by: agency, client, department, quarter
-- unit: search given to an agency; rates are fractions
-- attribution: briefed
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: a kickoff counts when it was held for that search within 10 business days of the brief and
-- not after the agency's first submission; later ones are in due only. due = those 10 days
-- have passed, or it was held. Both rates are of due. All three = at least one attendee each
-- of HR, the agency and the business leaders. Null where no meetings or no briefs are in the
-- exports
select
    "group",
    case when count(is_due) > 0 then count(*) filter (where is_due) end as due,
    case when count(is_due) > 0 then count(*) filter (where is_due and has_kickoff) end as kickoffs,
    share(kickoffs, due) as kickoff_rate,
    case
        when count(has_tri_party_kickoff) > 0
        then count(*) filter (where is_due and has_tri_party_kickoff)
    end as tri_party,
    share(tri_party, due) as tri_party_rate,
    wilson_low(tri_party, due) as tri_party_low,
    wilson_high(tri_party, due) as tri_party_high
from briefs_in_scope
group by all
order by "group"
