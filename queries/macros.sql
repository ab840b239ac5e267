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
-- The calendar quarter of a day, as 2026Q3.
create or replace macro quarter_label(d) as strftime(d, '%Y') || 'Q' || quarter(d)
;
-- Whether a day lies in a half-open period whose ends may be open.
create or replace macro in_period(d, period_start, period_end) as
    (period_start is null or d >= period_start) and (period_end is null or d < period_end)
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
