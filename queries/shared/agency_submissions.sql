-- grain: submission_id
-- reads: marts.submission
-- with: submissions_in_scope
select * from submissions_in_scope where channel = 'agency'
