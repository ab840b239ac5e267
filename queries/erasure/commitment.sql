-- grain: commitment
-- reads: marts.commitment, staging.gone_value
-- note: A promise that names somebody who is gone keeps its days, not its words
select
    commitment.* replace (
        case
            when
                exists (
                    select 1
                    from staging.gone_value as gone_value
                    where
                        gone_value.why = 'removed'
                        and gone_value.is_identity
                        and length(gone_value.said) >= 5
                        and contains(lower(commitment."text"), lower(gone_value.said))
                )
            then '(names somebody who was removed)'
            else commitment."text"
        end as "text"
    )
from marts.commitment as commitment
