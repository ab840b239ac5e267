-- grain: opening
-- key: opening_id
-- reads: steps.given_seat, steps.derived_seat, steps.hold_span, staging.submissions,
-- marts.search, marts.export
-- order: opened_on, opening_id
-- note: One seat of a search, its state at the as-of date. `days` run from opening to the end, or
-- to the as-of date; `active_days` leave out the days on hold, those of overlapping holds once.
-- `entry_days` is the age at which an opening that is older than the export's coverage comes into
-- view. Filled or cancelled without a date, or before it opened: excluded. In an agency's own
-- files a seat that ended without a hire of theirs is cancelled: whether somebody else filled it
-- can't be seen there, whatever the search is called.
with
    seats as (
        select
            opening_id,
            search_id,
            seat,
            opened_on,
            known_outcome as outcome,
            ended_on,
            filled_by_submission_id,
            replaces_opening_id
        from steps.given_seat
        union all
        select
            opening_id,
            search_id,
            seat,
            opened_on,
            known_outcome,
            ended_on,
            filled_by_submission_id,
            null
        from steps.derived_seat
    ),
    clocks as (
        select
            seats.* replace (
                case
                    when owner = 'agency' and outcome = 'filled' and filled_by_submission_id is null
                    then 'cancelled'
                    else outcome
                end as outcome
            ),
            coalesce(ended_on, as_of_on) as last_on,
            greatest(coalesce(covers_from, opened_on), opened_on) as seen_from,
            case
                when seats.outcome <> 'open' and ended_on is null
                then 'no date'
                when ended_on < opened_on
                then 'closed before opened'
            end as exclusion_reason
        from seats
        cross join marts.export
    ),
    holds as (
        select
            opening_id,
            sum(
                greatest(
                    0,
                    least(hold_span.held_until, last_on) - greatest(hold_span.held_from, opened_on)
                )
            ) as held_days,
            sum(
                greatest(
                    0,
                    least(hold_span.held_until, seen_from)
                    - greatest(hold_span.held_from, opened_on)
                )
            ) as held_days_unseen,
            bool_or(hold_span.is_on) as is_held
        from clocks
        inner join steps.hold_span using (search_id)
        group by opening_id
    )
select
    clocks.opening_id,
    clocks.seat::integer as seat,
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    clocks.opened_on,
    clocks.ended_on,
    clocks.outcome,
    clocks.filled_by_submission_id,
    case when submissions.channel = 'agency' then submissions.agency_id end as filled_by_agency_id,
    submissions.channel as filled_by_channel,
    clocks.replaces_opening_id,
    clocks.outcome = 'open' and coalesce(holds.is_held, search.status = 'on_hold') as is_on_hold,
    case
        when exclusion_reason is distinct from 'no date' then clocks.last_on - clocks.opened_on
    end as days,
    days - coalesce(holds.held_days, 0)::integer as active_days,
    clocks.seen_from - clocks.opened_on as entry_days,
    entry_days - coalesce(holds.held_days_unseen, 0)::integer as active_entry_days,
    clocks.exclusion_reason is not null as is_excluded,
    clocks.exclusion_reason
from clocks
inner join marts.search using (search_id)
left join holds using (opening_id)
left join staging.submissions on clocks.filled_by_submission_id = submissions.submission_id
