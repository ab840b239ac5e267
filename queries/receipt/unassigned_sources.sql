-- question: Which sources has nobody yet called an agency or not?
-- grain: source
-- reads: quarantine.note
select value as source, count(*) as rows
from quarantine.note
where rule = 'source_unassigned' and value is not null
group by all
order by rows desc, source
