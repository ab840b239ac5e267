-- grain: rule, company, about, person_id, submission_id
-- reads:
-- note: who owns from when until when under each rule, from `claims_to_own`: the first valid claim,
-- then the first one after its days, and so on; half-open, in instants. Repeats begin nothing,
-- unless resubmitting starts the days again: then a later claim of the owner does that too.
-- is_tied = another agency's valid claim came within a minute of the owner's first
with recursive
    valid as (
        select
            "rule",
            company,
            about,
            person_id,
            resets,
            agency_id,
            claimed_at,
            struct_pack(
                from_at := claimed_at,
                submission_id := submission_id,
                agency_id := agency_id,
                until_at := until_at,
                until_on := until_on,
                since_at := claimed_at
            ) as claim
        from claims_to_own
        where is_valid and (not is_repeat or resets = 'yes')
    ),
    spans as (
        select "rule", company, about, person_id, min(claim) as owner
        from valid
        group by all
        union all
        select
            spans."rule",
            spans.company,
            spans.about,
            spans.person_id,
            min(
                case
                    when valid.claimed_at < spans.owner.until_at
                    then struct_update(valid.claim, since_at := spans.owner.since_at)
                    else valid.claim
                end
            )
        from spans
        inner join valid using ("rule", company, about, person_id)
        where
            valid.claimed_at >= spans.owner.until_at
            or (
                valid.resets = 'yes'
                and valid.agency_id = spans.owner.agency_id
                and (valid.claimed_at, valid.claim.submission_id)
                > (spans.owner.from_at, spans.owner.submission_id)
            )
        group by spans."rule", spans.company, spans.about, spans.person_id
    )
select
    spans."rule",
    spans.company,
    spans.about,
    spans.person_id,
    owner.from_at,
    owner.submission_id,
    owner.agency_id,
    owner.until_at,
    owner.until_on,
    exists (
        select 1
        from valid
        where
            valid."rule" = spans."rule"
            and valid.company = spans.company
            and valid.about = spans.about
            and valid.person_id = spans.person_id
            and valid.agency_id <> owner.agency_id
            and valid.claimed_at between owner.since_at and owner.since_at + interval 1 minute
    ) as is_tied
from spans
