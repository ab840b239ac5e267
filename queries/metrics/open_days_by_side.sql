-- question: Whose turn was it on the days that the openings were open?
-- grain: group
-- reads: marts.opening_day, marts.brief, marts.present
-- needs: searches, submissions
-- with: open_days_in_scope as open_days, sides_shown
-- by: agency, client, department, location, role_family, level, quarter
-- unit: calendar day of an opening (one seat); the rates are fractions of `days`
-- attribution: days in the period
-- direction: fewer days are better for every side
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: every day from the opening of a seat to its end or the as-of day, by the step that was
-- pending at its end
-- note: each day is of exactly one side, and together they are the age of the opening. The first of
-- these that is so decides: on hold -> hold. Somebody accepted -> candidate, until the seat is
-- closed or they went back on it. An offer is out -> candidate. The last interview said yes and
-- neither an offer nor another interview came yet -> hr. An interview was held and has no
-- feedback -> business_leader. An interview is arranged -> business_leader, whose diary has the
-- days. HR said yes and nobody was invited -> hr; again after an interview that was cancelled or
-- that nobody came to. An agency's profile has no answer -> hr. Somebody is in process but whose
-- turn it is can't be seen -> unknown. The search was closed but this seat is open -> hr. A brief
-- is out and nobody is in process -> agency. It was given to no agency yet, or taken back -> hr.
-- So of several candidates the furthest one's step decides, and of one step all of them together.
-- Redundant submissions and unanswered applications by other ways give nobody the turn. Unknown
-- are also the days of a hold whose first day is not on file, those before the first day that the
-- exports cover, and, without a briefs table, those before the first submission. An opening of a
-- search with several seats has every day of its own. Grouped by agency or restricted to agencies:
-- the searches given to them, from the brief until it was taken back; the side is the search's,
-- so a day on which another's candidate waits for HR is HR's there too. Null where the files can't
-- show a side. Openings without a usable clock are left out
with
    counted as (
        select
            "group",
            count(distinct opening_id) as openings,
            sum(days)::bigint as days,
            coalesce(sum(days) filter (where side = 'hr'), 0)::bigint as hr,
            coalesce(sum(days) filter (where side = 'agency'), 0)::bigint as agency,
            coalesce(sum(days) filter (where side = 'business_leader'), 0)::bigint as leader,
            coalesce(sum(days) filter (where side = 'candidate'), 0)::bigint as candidate,
            coalesce(sum(days) filter (where side = 'hold'), 0)::bigint as hold,
            coalesce(sum(days) filter (where side = 'unknown'), 0)::bigint as unknown
        from open_days
        group by all
    )
select
    "group",
    openings,
    days,
    hr as hr_days,
    agency as agency_days,
    case when leader > 0 or shows_leader then leader end as business_leader_days,
    case when candidate > 0 or shows_candidate then candidate end as candidate_days,
    case when hold > 0 or shows_hold then hold end as hold_days,
    unknown as unknown_days,
    share(hr_days, days) as hr_rate,
    share(agency_days, days) as agency_rate,
    share(business_leader_days, days) as business_leader_rate,
    share(candidate_days, days) as candidate_rate,
    share(hold_days, days) as hold_rate,
    share(unknown_days, days) as unknown_rate
from counted
cross join sides_shown
order by "group"
