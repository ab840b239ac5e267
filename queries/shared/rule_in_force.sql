-- grain: one row
-- reads:
-- note: the ownership rule that is set
select
    concat_ws(
        ', ', $ownership_basis, $ownership_scope, $ownership_resets, $self_application
    ) as "rule",
    $ownership_basis as basis,
    $ownership_scope as scope,
    $ownership_resets as resets,
    $self_application as self_application
