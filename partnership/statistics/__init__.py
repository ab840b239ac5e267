"""What SQL can't: `shares` of few cases, `control` charts, figures `drawn` again, and `changes`.

Only `changes` is loaded with this package: a select may name its functions under `then`. The others
need scipy, whose start takes longer than most figures; whoever uses one imports it by its name.
"""

from partnership.statistics.changes import (
    FALSE_DISCOVERY_RATE,
    discoveries,
    two_sided_p,
    with_changes,
)

__all__ = ["FALSE_DISCOVERY_RATE", "discoveries", "two_sided_p", "with_changes"]
