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
-- found_rate is of the pairs that are one person, those that were linked or laid before people: a
-- judged pair stands for all of its kind, also one of those left apart that were drawn to look for
-- what was missed; its range is that of the missed. It is null until one of these was judged, where
-- there are any. compared_rate = of the pairs said to be one person, those that were compared at
-- all. Rates are null where nothing was judged
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
            found,
            count(*) as pairs,
            count(*) filter (where is_judged) as judged,
            count(*) filter (where is_same) as same
        from pairs
        where found in ('automatic', 'review')
        group by found, band
        having judged > 0
    ),
    right_ones as (
        select
            sum(judged)::bigint as checked,
            sum(same)::bigint as right_of_checked,
            sum(pairs * same / judged) / sum(pairs) as right_rate,
            pow(sum(pairs), 2) / sum(pow(pairs, 2) / judged) as effective
        from bands
        where found = 'automatic'
    ),
    drawn as (
        select
            stands_for,
            sum(stands_for) as pairs,
            count(*) filter (where is_judged) as judged,
            count(*) filter (where is_same) as same
        from pairs
        where stands_for is not null
        group by stands_for
    ),
    missed as (
        select
            count(*) as kinds,
            sum(judged)::bigint as drawn_judged,
            sum(pairs * same / judged) as likely,
            sum(pairs * coalesce(wilson_low(same, judged), 0)) as fewest,
            sum(pairs * coalesce(wilson_high(same, judged), 1)) as most
        from drawn
    ),
    counted as (
        select
            count(*) filter (where found <> 'unlike' or verdict is not null) as pairs,
            count(*) filter (where is_judged) as judged,
            count(*) filter (where not is_judged and found = 'automatic') as automatic,
            count(*) filter (
                where not is_judged and found <> 'automatic' and found <> 'unlike'
            ) as undecided,
            count(*) filter (where is_same) as said_same,
            count(*) filter (where is_same and found in ('automatic', 'review')) as found_same,
            count(*) filter (where is_same and found <> 'never_compared') as compared_same,
            count(*) filter (
                where is_same and found not in ('automatic', 'review') and stands_for is null
            ) as known_missed
        from pairs
    ),
    found_ones as (select coalesce(sum(pairs * same / judged), 0) as likely from bands),
    estimated as (
        select
            counted.*,
            missed.kinds > 0 as has_drawn,
            coalesce(drawn_judged, 0) as drawn_judged,
            found_ones.likely as found_likely,
            known_missed + coalesce(missed.likely, 0) as missed_likely,
            known_missed + missed.fewest as missed_fewest,
            known_missed + missed.most as missed_most
        from counted
        cross join missed
        cross join found_ones
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
    drawn_judged,
    case
        when drawn_judged > 0 or not has_drawn
        then found_likely / nullif(found_likely + missed_likely, 0)
    end as found_rate,
    case
        when drawn_judged > 0
        then found_likely / nullif(found_likely + missed_most, 0)
        when not has_drawn
        then wilson_low(found_same, said_same)
    end as found_low,
    case
        when drawn_judged > 0
        then found_likely / nullif(found_likely + missed_fewest, 0)
        when not has_drawn
        then wilson_high(found_same, said_same)
    end as found_high,
    compared_same,
    share(compared_same, said_same) as compared_rate,
    wilson_low(compared_same, said_same) as compared_low,
    wilson_high(compared_same, said_same) as compared_high
from estimated
cross join right_ones
where pairs > 0
