"""What people typed beside the figures shown, as the reader may see and type it: where it is kept,
and what no figure counts yet."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pandas as pd

from partnership import entries, settings
from partnership.builds import Build
from partnership.entries import AgencysRecords, Entry
from partnership.errors import NoAccess, PartnershipError
from partnership.labels import entries as entry_words
from partnership.labels import records as words
from partnership.readers import HR
from partnership.targets import with_typed
from partnership.ui.source import Source, current_source, has_file

Rows = Mapping[str, Sequence[Mapping[str, str]]]


def folder(source: Source) -> Path:
    """Where all of it is kept, for HR. Raises NoAccess for an agency: everybody's lies there."""
    if not source.reader.is_hr:
        raise NoAccess(entry_words.NOT_ITS_OWN, entry_words.NOT_ITS_OWN_NEXT)
    return _folder(source)


def kept(source: Source, table: str) -> list[Entry]:
    """What is kept of a table, the oldest first; read anew each time, others type too."""
    own = _agencys(source)
    return own.kept(table) if own else entries.kept(_folder(source), table)


def since(source: Source, table: str) -> list[Entry]:
    """Those of `kept` that were entered after these figures."""
    own, build = _agencys(source), _build(source)
    return own.since(table, build) if own else entries.since(_folder(source), table, build)


def may_type(source: Source, table: str) -> bool:
    """Whether this reader may type into a table."""
    return source.may_type and (source.reader.is_hr or table in entries.MAY_TYPE)


def may_change(source: Source, entry: Entry) -> bool:
    """Whether this reader may correct or remove an entry."""
    own = _agencys(source)
    return source.may_type and (own is None or own.may_change(entry))


def enter(source: Source, rows: Rows, *, by: str) -> None:
    """Save rows of several tables, all or none. Raises NoAccess for what this reader may not type,
    and what `entries.enter` raises."""
    _refuse_who_looks_on(source)
    own = _agencys(source)
    if own:
        own.enter(rows, by=by)
    else:
        entries.enter(_folder(source), rows, by=by)


def remove(source: Source, table: str, key: Mapping[str, str], *, by: str) -> None:
    """Take back the entry of this key. Raises NoAccess where it is not this reader's."""
    _refuse_who_looks_on(source)
    own = _agencys(source)
    if own:
        own.remove(table, key, by=by)
    else:
        entries.remove(_folder(source), table, key, by=by)


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


def _refuse_who_looks_on(source: Source) -> None:
    if not source.may_type:
        raise NoAccess(words.LOOKING_ON, words.LOOKING_ON_NEXT)


def _agencys(source: Source) -> AgencysRecords | None:
    """Its part of the records where an agency reads; None for HR."""
    if source.reader.agency_id is None:
        return None
    ids, others = partial(_own_ids, source), partial(_other_agencies, source)
    return AgencysRecords(_folder(source), source.reader.agency_id, ids, others)


def _own_ids(source: Source) -> dict[str, frozenset[str]]:
    rows = source.rows("own_ids", folder="screens")
    return {str(table): frozenset(ids["id"]) for table, ids in rows.groupby("table_name")}


def _other_agencies(source: Source) -> list[str]:
    """The names and ids of the others, to leave out what HR typed of them; no screen gets them."""
    if not has_file(source.build, HR):
        return []
    offered = current_source(HR).rows("filter_choices", folder="screens")
    agencies = offered[
        (offered["kind"] == "agency") & (offered["value"] != source.reader.agency_id)
    ]
    return [str(name) for name in (*agencies["value"], *agencies["label"])]


def _folder(source: Source) -> Path:
    # What is typed beside the sample lies apart from what is typed beside real figures.
    return entries.folder_of(settings.RECORDS, _build(source))


def _build(source: Source) -> Build:
    return Build(settings.BUILDS / source.build)
