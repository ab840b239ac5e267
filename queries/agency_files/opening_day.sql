-- keeps: days of openings of searches given to the agency, from the brief until it was taken back
-- reads: marts.opening_day, marts.brief
-- note: Whose day it was is told, whoever's candidate it waited for; at which step somebody was
-- is not, because it may be another agency's candidate.
with
    given as (
        select
            opening_day.*,
            greatest(opening_day.from_on, brief.briefed_on) as given_from,
            least(opening_day.until_on, coalesce(brief.released_on, date 'infinity')) as given_until
        from marts.opening_day
        inner join marts.brief using (search_id)
        where brief.agency_id = $agency_id
    )
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    opening_id,
    given_from as from_on,
    given_until as until_on,
    given_until - given_from as days,
    side,
    case
        when
            step in (
                'briefing',
                'brief_undated',
                'candidate',
                'reopening',
                'hold',
                'hold_undated',
                'before_files'
            )
        then step
        else 'in_process'
    end as step,
    is_beyond
from given
where given_from < given_until
