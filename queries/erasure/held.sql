-- grain: file
-- reads: staging.gone_line
-- note: the files that still hold somebody who asked to be removed: rows with the record's id, or
-- with an e-mail address, phone number or profile of theirs
select _file as file, count(distinct _line) as rows
from staging.gone_line
where is_held
group by _file
order by _file
