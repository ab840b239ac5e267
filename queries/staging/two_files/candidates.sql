-- grain: candidate record
-- reads: shape.applications
-- carries: raw.candidates
-- note: Where the file has ids, the rows of one id are one record, with the first of each detail.
-- Nobody is kept whose application is for a job that is not in the export.
select
    person_record as candidate_id,
    arg_min(full_name, row_number) as full_name,
    arg_min(given_name, row_number) as given_name,
    arg_min(family_name, row_number) as family_name,
    arg_min(email, row_number) as email,
    arg_min(phone, row_number) as phone,
    arg_min(linkedin_url, row_number) as linkedin_url,
    arg_min(_file, row_number) as _file,
    arg_min(_line, row_number) as _line
from (select *, row_number() over (order by _file, _line) as row_number from shape.applications)
where is_job_known and not is_repeated
group by person_record
