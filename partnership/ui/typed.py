"""What people typed and no figure counts yet, laid over the figures for the screens."""

import pandas as pd

from partnership import entries, settings
from partnership.builds import Build
from partnership.targets import with_typed
from partnership.ui.source import Source


def targets(source: Source) -> pd.DataFrame:
    """The agreed floors and targets, those entered after the figures in the place of the older."""
    agreed = source.rows("agreed_targets", folder="screens")
    new = entries.since(settings.RECORDS, "targets", Build(settings.BUILDS / source.build))
    return with_typed(agreed, [entry.values for entry in new])
