-- grain: line of the scorecard, time and agency
-- key: line, since_on, until_on, agency_id
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export
-- with: peer_quarters as spans, lined_up_cases
-- note: k of n cases of an agency in the last four complete quarters and in each of them. It has
-- enough for a pool with five cases, six where pay is compared.
select
    line,
    since as since_on,
    until as until_on,
    agency_id,
    sum(k)::bigint as k,
    sum(n)::bigint as n,
    count(*) >= if(line = 'pay_expectation.within_5_rate', 6, 5) as has_enough
from lined_up_cases
inner join spans using (span)
where agency_id is not null
group by line, since, until, agency_id
