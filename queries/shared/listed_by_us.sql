-- grain: submission_id
-- reads: marts.submission, marts.search, marts.person_contact
-- note: what our files hold of an agency, to be compared with its own list. E-mail addresses are in
-- HR's file alone.
select
    submission.submission_id,
    submission.search_id,
    submission.candidate_id,
    submission.received_on,
    search.title,
    lower(trim(contact.email)) as mail,
    count(*) over (partition by mail) as rows_of_mail
from marts.submission as submission
inner join marts.search as search on submission.search_id = search.search_id
left join marts.person_contact as contact on submission.candidate_id = contact.candidate_id
where
    submission.channel = 'agency'
    and chosen($agencies, submission.agency_id)
    and chosen($clients, submission.client_id)
