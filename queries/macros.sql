-- Formulas that several selects need. They are created in every build's file, before the marts.
-- Wilson's interval for k of n at 95 % (Wilson 1927; checked against Newcombe 1998). Null when n
-- is 0.
create or replace macro wilson_low(k, n) as
    case
        when n > 0 and k is not null
        then greatest(0.0, (k + 1.920729410347062 - 1.959963984540054 * sqrt(k * (n - k) / n + 0.9603647051735312)) / (n + 3.8414588206941236))
    end
;
create or replace macro wilson_high(k, n) as
    case
        when n > 0 and k is not null
        then least(1.0, (k + 1.920729410347062 + 1.959963984540054 * sqrt(k * (n - k) / n + 0.9603647051735312)) / (n + 3.8414588206941236))
    end
;
-- A share, null when nothing was counted.
create or replace macro share(k, n) as k / nullif(n, 0)
;
-- The quarter of a day, counted from the first month of the fiscal year: 2026Q3 where that is
-- January, else FY27Q1, named after the calendar year in which the fiscal one ends.
create or replace macro quarter_label(d, first_month) as
    case
        when first_month = 1
        then strftime(d, '%Y') || 'Q' || quarter(d)
        else
            'FY'
            || strftime((date_trunc('month', d) + to_months(13 - first_month))::date, '%y')
            || 'Q'
            || quarter((date_trunc('month', d) + to_months(13 - first_month))::date)
    end
;
-- Whether a day lies in a half-open period whose ends may be open.
create or replace macro in_period(d, period_start, period_end) as
    (period_start is null or d >= period_start) and (period_end is null or d < period_end)
;
-- Whether the clock of a local moment is past a full hour; past 24 it never is.
create or replace macro is_after(moment, hour) as epoch(moment::time) > 3600 * hour
;
-- Whether a value is among the chosen ones; a null list chooses all, an empty one none.
create or replace macro chosen(list, value) as list is null or coalesce(list_contains(list, value), false)
;
-- The log-log band at 95 % around a survival share s whose Greenwood sum is v. Null where s is 0
-- or 1.
create or replace macro log_log_low(s, v) as case when s > 0 and s < 1 then pow(s, exp(-1.959963984540054 * sqrt(v) / ln(s))) end
;
create or replace macro log_log_high(s, v) as case when s > 0 and s < 1 then pow(s, exp(1.959963984540054 * sqrt(v) / ln(s))) end
;
-- Whether a recommendation after an interview says yes. The words of a yes stand here alone.
create or replace macro is_yes(said) as
    coalesce(
        list_contains(
            ['yes', 'strong yes', 'hire', 'strong hire', 'definitely', 'positive', 'advance', 'offer', 'recommended', 'go'],
            lower(trim(replace(said, '_', ' ')))
        ),
        false
    )
;
-- Whether a reason for a rejection tells the agency anything. The useless ones stand here alone.
create or replace macro is_usable_reason(reason) as
    trim(reason) <> ''
    and not list_contains(
        ['not suitable', 'unsuitable', 'not a fit', 'no fit', 'not a match', 'rejected', 'declined', 'no', 'other', 'unknown', 'none', 'n/a', 'na', '-', 'tbd'],
        lower(trim(replace(reason, '_', ' '), ' .'))
    )
;
-- Whether topics of a meeting, separated by semicolons, tell of the local job market. The topics
-- that do stand here alone.
create or replace macro is_about_the_market(topics) as
    coalesce(
        list_has_any(
            list_transform(string_split(lower(replace(topics, '_', ' ')), ';'), lambda topic: trim(topic)),
            ['market', 'job market', 'market information', 'salary', 'salaries', 'pay range', 'supply', 'competitor', 'competitors', 'notice', 'notice periods']
        ),
        false
    )
;
-- Whether somebody withdrew because another was faster or we were too slow. The reasons that say so
-- stand here alone.
create or replace macro is_lost_to_slowness(reason) as
    list_contains(
        ['accepted elsewhere', 'other offer', 'another offer', 'other job', 'another job', 'took another job', 'too slow', 'process too slow', 'took too long'],
        lower(trim(replace(reason, '_', ' '), ' .'))
    )
;
-- Whose turn it can be on a day of an opening, the least decisive first: of two that are pending
-- at once, the one further down decides whose day it is.
create or replace macro turns() as
    [
        'briefing', 'brief_undated', 'candidate', 'reopening', 'unclear', 'profile', 'invitation',
        'interview', 'feedback', 'offer', 'answer', 'start', 'renege', 'hold_undated', 'hold', 'before_files'
    ]
;
-- The side whose turn it is then.
create or replace macro side_of_turn(turn) as
    case
        when turn in ('briefing', 'reopening', 'profile', 'invitation', 'offer')
        then 'hr'
        when turn in ('interview', 'feedback')
        then 'business_leader'
        when turn in ('answer', 'start', 'renege')
        then 'candidate'
        when turn = 'candidate'
        then 'agency'
        when turn = 'hold'
        then 'hold'
        else 'unknown'
    end
;
-- How alike the two records of a pair are, in four bands; 0 where only their keys were looked at.
create or replace macro weight_band(weight) as case when weight is null then 0 when weight < 20 then 1 when weight < 40 then 2 else 3 end
;
-- A text as its words alone, each between two blanks, so that one can be looked for in another.
create or replace macro in_words(text) as ' ' || trim(regexp_replace(lower(text), '[^\pL\pN]+', ' ', 'g')) || ' '
;
-- Whether several agencies may be told as one: at least three with enough cases, none with more
-- than half of the cases or of the hits. Counts its rows, one per agency.
create or replace macro is_pool(k, n, has_enough) as
    count(*) filter (where has_enough) >= 3 and 2 * max(n) <= sum(n) and 2 * max(k) <= sum(k)
;
-- What stands for a person in the list of those removed where the files give records no id of their
-- own: made from the name and the contact with a random salt, and not to be turned back by reading.
create or replace macro erasure_key(salt, full_name, email, phone) as
    'key-'
    || left(
        sha256(
            concat_ws(
                chr(31), salt, lower(trim(full_name)), coalesce(lower(trim(email)), trim(phone), '')
            )
        ),
        32
    )
;
-- Whether a record is known by its place in a file alone, which another file may give to another.
create or replace macro is_a_place(candidate_id) as candidate_id like 'row % of %'
;
-- A chance as it is told: to whole 5 points, and never as certain either way.
create or replace macro in_five_points(chance) as
    case when chance is not null then least(19, greatest(1, round(20 * chance))) / 20 end
;
