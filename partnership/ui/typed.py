"""What people typed beside the figures shown: where it is kept, and what no figure counts yet."""

from pathlib import Path

import pandas as pd

from partnership import entries, settings
from partnership.builds import Build
from partnership.entries import Entry
from partnership.errors import PartnershipError
from partnership.targets import with_typed
from partnership.ui.source import Source


def folder(source: Source) -> Path:
    """Where it is kept: beside the sample apart from what is typed beside real figures."""
    return entries.folder_of(settings.RECORDS, _build(source))


def kept(source: Source, table: str) -> list[Entry]:
    """What is kept of a table, the oldest first; read anew each time, others type too."""
    return entries.kept(folder(source), table)


def since(source: Source, table: str) -> list[Entry]:
    """Those of `kept` that were entered after these figures."""
    return entries.since(folder(source), table, _build(source))


def targets(source: Source) -> pd.DataFrame:
    """The agreed floors and targets, those entered after the figures in the place of the older."""
    agreed = source.rows("agreed_targets", folder="screens")
    try:
        new = since(source, "targets")
    except PartnershipError:
        # The Records screen says what is wrong; the other screens stand on the figures alone.
        return agreed
    return with_typed(agreed, [entry.values for entry in new])


def roles(source: Source, agency: str) -> dict[str, str]:
    """Task → who owns it with this agency ('' = agreed for all), the typed ones before those of the
    figures."""
    agreed = source.rows("agreed_roles", folder="screens")
    own = agreed[agreed["agency_id"].fillna("") == agency]
    held = dict(zip(own["task"], own["owner"], strict=True))
    entered = [entry.values for entry in kept(source, "roles")]
    return held | {e["task"]: e["owner"] for e in entered if e.get("agency_id", "") == agency}


def _build(source: Source) -> Build:
    return Build(settings.BUILDS / source.build)
