-- grain: kind, agency_id, case_id
-- reads: marts.search, marts.submission, marts.client, marts.role, marts.calendar_day, marts.export
-- note: what waits, for how many working days on the as-of day, and when it was due: so many
-- working days after it began as its reply time has. What concerns no single search, or no single
-- client, stands under every one of them. On the client's side the business leader owns the
-- feedback after an interview, everything else whoever of HR and the business leader it was
-- agreed on, else HR
with
    tasks as (
        select 'profile' as kind, 'feedback' as task
        union all
        select 'invite', 'schedule'
        union all
        select 'extend', 'offer_letter'
    ),
    owned_tasks as (select * from marts.role where "owner" in ('hr', 'business_leader')),
    timed as (
        select
            waits.*,
            began.site,
            as_of_day.working_day_index as as_of_index,
            began.working_day_index + if(began.is_working_day, 0, 1) as first_index,
            coalesce(
                waits.known_days, greatest(as_of_day.working_day_index - first_index, 0)
            ) as waiting_days
        from waits
        cross join marts.export as export
        left join marts.search as search on waits.search_id = search.search_id
        left join
            marts.calendar_day as began
            on coalesce(search.country, '') = began.site
            and waits.since_on = began.day
        left join
            marts.calendar_day as as_of_day
            on coalesce(search.country, '') = as_of_day.site
            and export.as_of_on = as_of_day.day
    )
select
    timed.* exclude ("owner", site, as_of_index, first_index),
    search.title,
    search.hr_partner,
    search.business_leader,
    client.name as client_name,
    submission.candidate_id,
    coalesce(
        timed.owner, own.owner, for_all.owner, if(timed.kind = 'feedback', 'business_leader', 'hr')
    ) as "owner",
    coalesce(search.status, 'open') in ('open', 'on_hold') as is_search_open,
    coalesce(search.status = 'on_hold', false) as is_on_hold,
    coalesce(timed.due_on, due.day) as due_by,
    coalesce(due_by < export.as_of_on, false) as is_past_due
from timed
cross join marts.export as export
left join marts.search as search on timed.search_id = search.search_id
left join marts.client as client on timed.client_id = client.client_id
left join marts.submission as submission on timed.submission_id = submission.submission_id
left join tasks on timed.kind = tasks.kind
left join owned_tasks as own on timed.agency_id = own.agency_id and tasks.task = own.task
left join owned_tasks as for_all on for_all.agency_id is null and tasks.task = for_all.task
left join
    marts.calendar_day as due
    on timed.site = due.site
    and timed.as_of_index - timed.waiting_days + timed.limit_days = due.working_day_index
    and due.is_working_day
where
    chosen($agencies, timed.agency_id)
    and (timed.client_id is null or chosen($clients, timed.client_id))
    and (
        timed.search_id is null
        or (
            chosen($departments, search.department)
            and chosen($locations, search.location)
            and chosen($role_families, search.role_family)
        )
    )
