-- grain: request
-- key: request_id
-- reads: typed.requests, typed.export
-- note: A question that was answered later was still waiting.
select
    requests.* replace (
        case
            when requests.answered_at <= export.as_of_at then requests.answered_at
        end as answered_at,
        case
            when requests.answered_at <= export.as_of_at then requests.answered_on
        end as answered_on
    )
from typed.requests
cross join typed.export
where requests.asked_at <= export.as_of_at
