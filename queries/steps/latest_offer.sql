-- grain: submission with an offer
-- key: submission_id
-- reads: staging.offers
-- note: A revised offer is the same offer: the one extended last stands for all.
select offers.*
from staging.offers
qualify row_number() over (partition by submission_id order by extended_at desc, offer_id desc) = 1
