-- grain: reader and line whose year can be told, or was
-- key: agency_id, line
-- reads: steps.peer_basis, steps.peer_cell
-- note: How many quarters are held back, so that what the year leaves without any of the quarters
-- told is nothing, or could itself be shown, with hits and misses of several agencies; where no
-- number does, the year is held back too. What
-- it leaves takes in the few cases of agencies that have enough for the year and not for a quarter,
-- and what changed since a frozen cell was told, more and less apart. Each subset of quarters is
-- a number of four binary
-- digits: of four quarters in a row each has its own.
with
    years as (
        select agency_id, line, since_on, until_on
        from steps.peer_cell
        where is_year and (has_come_up or is_told)
    ),
    quarters as (
        select agency_id, line, since_on, until_on, 1 << (quarter(since_on) - 1) as digit, place
        from steps.peer_cell
        semi join years using (agency_id, line)
        where not is_year and (is_told or place is not null)
    ),
    subsets as (
        select agency_id, line, subset
        from (select agency_id, line, bit_or(digit) as digits from quarters group by all)
        cross join (select unnest(range(1, 16)) as subset)
        where subset & digits = subset
    ),
    parts as (
        select agency_id, line, subset, peer_id, k, n
        from steps.peer_basis
        inner join years using (agency_id, line, since_on, until_on)
        inner join subsets using (agency_id, line)
        where has_enough
        union all
        select agency_id, line, subset, peer_id, - k, - n
        from steps.peer_basis
        inner join quarters using (agency_id, line, since_on, until_on)
        inner join subsets using (agency_id, line)
        where has_enough and subset & digit > 0
    ),
    left_over as (
        select
            agency_id,
            line,
            subset,
            peer_id,
            abs(sum(k)) as k,
            abs(sum(n)) as n,
            sum(n) < 0 or (sum(n) = 0 and sum(k) < 0) as is_too_much
        from parts
        group by agency_id, line, subset, peer_id
    ),
    telling as (
        select distinct agency_id, line, subset
        from left_over
        group by agency_id, line, subset, is_too_much
        having
            not (
                (sum(k) = 0 and sum(n) = 0)
                or (
                    is_pool(k, n, n >= 5)
                    and is_pool(n - k, n, n >= 5)
                    and sum(k) between 1 and sum(n) - 1
                )
            )
    ),
    levels as (
        select agency_id, line, unnest(range(0, coalesce(max(place), 0) + 1)) as quarters_held
        from years
        left join quarters using (agency_id, line)
        group by agency_id, line
    ),
    shown as (
        select
            agency_id,
            line,
            quarters_held,
            coalesce(bit_or(if(coalesce(place > quarters_held, true), digit, 0)), 0) as digits
        from levels
        left join quarters using (agency_id, line)
        group by agency_id, line, quarters_held
    ),
    judged as (
        select shown.*, count(subset) = 0 as is_safe
        from shown
        left join
            telling
            on shown.agency_id = telling.agency_id
            and shown.line = telling.line
            and subset & digits = subset
        group by all
    )
select
    agency_id,
    line,
    coalesce(min(quarters_held) filter (where is_safe), max(quarters_held)) as quarters_held,
    not bool_or(is_safe) as is_year_held
from judged
group by agency_id, line
