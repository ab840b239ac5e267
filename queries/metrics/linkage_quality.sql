-- question: How often is it right that two records are one person, and what is missed?
-- grain: one row
-- reads: marts.person_link
-- by:
-- unit: pair of records; rates are fractions of judged pairs
-- attribution: none: all pairs there are
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr
-- source: Wilson's interval, for a weighted share on Kish's effective number of pairs (1965)
-- note: Labels are what people said of pairs, the unsure ones left out. right_rate is of the pairs
-- linked without anybody looking, those of each band of weights standing for all of their band.
-- found_rate is of the pairs said to be one person, those that were linked or laid before people;
-- compared_rate those that were compared at all. Rates are null where nothing was judged
with
    pairs as (
        select
            *,
            weight_band(weight) as band,
            coalesce(verdict in ('same', 'different'), false) as is_judged,
            coalesce(verdict = 'same', false) as is_same
        from marts.person_link
    ),
    bands as (
        select
            count(*) as pairs,
            count(*) filter (where is_judged) as judged,
            count(*) filter (where is_same) as same
        from pairs
        where found = 'automatic'
        group by band
        having judged > 0
    ),
    right_ones as (
        select
            sum(judged)::bigint as checked,
            sum(same)::bigint as right_of_checked,
            sum(pairs * same / judged) / sum(pairs) as right_rate,
            pow(sum(pairs), 2) / sum(pow(pairs, 2) / judged) as effective
        from bands
    ),
    counted as (
        select
            count(*) as pairs,
            count(*) filter (where is_judged) as judged,
            count(*) filter (where not is_judged and found = 'automatic') as automatic,
            count(*) filter (where not is_judged and found <> 'automatic') as undecided,
            count(*) filter (where is_same) as said_same,
            count(*) filter (where is_same and found in ('automatic', 'review')) as found_same,
            count(*) filter (where is_same and found <> 'never_compared') as compared_same
        from pairs
    )
select
    pairs,
    judged,
    automatic,
    undecided,
    share(judged, pairs) as judged_share,
    share(automatic, pairs) as automatic_share,
    share(undecided, pairs) as undecided_share,
    coalesce(checked, 0) as checked,
    coalesce(right_of_checked, 0) as right_of_checked,
    right_rate,
    wilson_low(right_rate * effective, effective) as right_low,
    wilson_high(right_rate * effective, effective) as right_high,
    said_same,
    found_same,
    share(found_same, said_same) as found_rate,
    wilson_low(found_same, said_same) as found_low,
    wilson_high(found_same, said_same) as found_high,
    compared_same,
    share(compared_same, said_same) as compared_rate,
    wilson_low(compared_same, said_same) as compared_low,
    wilson_high(compared_same, said_same) as compared_high
from counted
cross join right_ones
where pairs > 0
