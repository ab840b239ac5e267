-- grain: rule
-- reads:
-- note: every ownership rule that can be set
with
    bases as (select unnest(['first_submission', 'consent_first', 'explicit']) as basis),
    scopes as (select unnest(['search', 'company']) as scope),
    resets as (select unnest(['no', 'yes']) as resets),
    applications as (select unnest(['yes', 'no']) as self_application)
select
    concat_ws(', ', basis, scope, resets, self_application) as "rule",
    basis,
    scope,
    resets,
    self_application
from bases
cross join scopes
cross join resets
cross join applications
