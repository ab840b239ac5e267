-- grain: name by which an application may call a search
-- reads: shape.jobs
-- note: An id wins over a title; a title that two searches have names neither.
with
    names as (
        select search_id as job_name, search_id, 1 as rank
        from shape.jobs
        union
        select title, search_id, 2
        from shape.jobs
    )
select job_name, min(search_id) as search_id, count(distinct search_id) as searches
from names
where job_name is not null
group by job_name, rank
qualify row_number() over (partition by job_name order by rank) = 1
