-- grain: kind, agency_id, case_id
-- reads: marts.search, marts.submission, marts.client, marts.calendar_day, marts.export
-- note: what waits, for how many working days on the as-of day, and when it was due: interview
-- feedback and answers to questions the agreed reply days after their day. What concerns no single
-- search, or no single client, stands under every one of them
select
    waits.*,
    search.title,
    client.name as client_name,
    submission.candidate_id,
    coalesce(search.status, 'open') in ('open', 'on_hold') as is_search_open,
    coalesce(search.status = 'on_hold', false) as is_on_hold,
    began.working_day_index + if(began.is_working_day, 0, 1) as first_index,
    coalesce(
        waits.known_days, greatest(as_of_day.working_day_index - first_index, 0)
    ) as waiting_days,
    coalesce(waits.due_on, due.day) as due_by,
    coalesce(due_by < export.as_of_on, false) as is_past_due
from waits
cross join marts.export as export
left join marts.search as search on waits.search_id = search.search_id
left join marts.client as client on waits.client_id = client.client_id
left join marts.submission as submission on waits.submission_id = submission.submission_id
left join
    marts.calendar_day as began
    on coalesce(search.country, '') = began.site
    and waits.since_on = began.day
left join
    marts.calendar_day as as_of_day
    on coalesce(search.country, '') = as_of_day.site
    and export.as_of_on = as_of_day.day
left join
    marts.calendar_day as due
    on waits.kind in ('feedback', 'request')
    and began.site = due.site
    and began.working_day_index + if(began.is_working_day, 0, 1) + export.reply_days
    = due.working_day_index
    and due.is_working_day
where
    chosen($agencies, waits.agency_id)
    and (waits.client_id is null or chosen($clients, waits.client_id))
    and (
        waits.search_id is null
        or (
            chosen($departments, search.department)
            and chosen($locations, search.location)
            and chosen($role_families, search.role_family)
        )
    )
