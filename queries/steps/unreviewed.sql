-- grain: submission that would be redundant if an unreviewed pair of records were one person
-- key: submission_id
-- reads: staging.person_link, staging.person, staging.submissions
-- note: Of each pair for review, the later submissions of the one on a search where the other was
-- put forward before.
with
    reviews as (
        select one.person_id as person_id, other.person_id as other_person_id
        from staging.person_link
        inner join staging.person as one on person_link.candidate_id_a = one.candidate_id
        inner join staging.person as other on person_link.candidate_id_b = other.candidate_id
        where person_link.status = 'review'
    ),
    both_ways as (
        select person_id, other_person_id
        from reviews
        union
        select other_person_id, person_id
        from reviews
    ),
    submissions as (
        select submission_id, search_id, received_at, channel, person_id
        from staging.submissions
        inner join staging.person using (candidate_id)
        where person_id in (select person_id from both_ways)
    )
select distinct submissions.submission_id
from submissions
inner join both_ways using (person_id)
inner join
    submissions as earlier
    on both_ways.other_person_id = earlier.person_id
    and submissions.search_id = earlier.search_id
    and (earlier.received_at, earlier.submission_id)
    < (submissions.received_at, submissions.submission_id)
where submissions.channel = 'agency'
