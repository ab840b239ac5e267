-- grain: words, named_id
-- reads: marts.agency, marts.submission, marts.offer, marts.dispute, marts.commitment,
-- marts.meeting
-- note: what was typed about agencies' candidates, and which agencies it names, word by word, or is
-- the id of. A build keeps it while the agencies' own files are written
with
    texts as (
        select decision_reason as words
        from marts.submission
        union
        select withdrawal_reason
        from marts.submission
        union
        select decline_reason
        from marts.offer
        union
        select outcome
        from marts.dispute
        union
        select claim
        from marts.dispute
        union
        select "text"
        from marts.commitment
        union
        select topics
        from marts.meeting
    ),
    plain_texts as (select words, in_words(words) as plain from texts where words is not null),
    agencies as (
        select agency_id, in_words(name) as name, in_words(agency_id) as id from marts.agency
    )
select distinct words, agency_id as named_id
from plain_texts
inner join agencies on contains(plain, agencies.name) or plain = agencies.id
