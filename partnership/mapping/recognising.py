"""Which system some raw tables come from, by strict rules; more than one, or none, is an error."""

from partnership.canonical import canonical_tables
from partnership.errors import UnknownMapping
from partnership.mapping.system import (
    CANONICAL,
    RawTables,
    System,
    built_in_names,
    system_named,
)

TWO_FILES = "two_files"
OTHER_OF_TWO = {"searches": "candidates", "candidates": "searches"}


def recognised(raw: RawTables) -> System:
    """The one built-in system these tables fit. Raises UnknownMapping for none or several."""
    fitting = _fitting(raw)
    if fitting in ([], [CANONICAL]):
        _refuse_one_of_two(raw)
    if len(fitting) > 1:
        raise UnknownMapping(
            f"these files could come from {' or from '.join(fitting)}",
            "Add the files of one system only. On the command line, say which: "
            f"{' or '.join(f'--mapping {name}' for name in fitting)}.",
        )
    if not fitting:
        seen = ", ".join(sorted(raw)) or "nothing"
        raise UnknownMapping(
            f"these tables belong to no system known here: {seen}",
            "Name the files after what they hold: two are enough, searches (the jobs) and "
            "candidates (one row per application). On the command line, --mapping names a system, "
            "or a folder of your own selects.",
        )
    return system_named(fitting[0])


def _refuse_one_of_two(raw: RawTables) -> None:
    """Raise UnknownMapping for a half of the two-file start, which looks like a wrong table of
    ours."""
    required = {
        name: {column.name for column in canonical_tables()[name].columns if column.is_required}
        for name in OTHER_OF_TWO
    }
    there = [name for name in OTHER_OF_TWO if name in raw]
    if (
        len(there) == 1
        and "submissions" not in raw
        and not required[there[0]] <= set(raw[there[0]])
    ):
        other = OTHER_OF_TWO[there[0]]
        raise UnknownMapping(
            f"there is {there[0]}, but no {other}; what came in is {', '.join(sorted(raw))}",
            f"Add the file {other}. Files and sheets are named after what they hold.",
        )


def _fitting(raw: RawTables) -> list[str]:
    """A system fits by its own tables and columns; ours by table names that no system uses."""
    systems = [name for name in built_in_names() if name not in (CANONICAL, TWO_FILES)]
    fitting = [name for name in systems if system_named(name).fits(raw)]
    if "submissions" in raw:
        return [CANONICAL, *fitting]
    if {"searches", "candidates"} <= set(raw):
        return [*fitting, TWO_FILES]
    if not fitting and set(raw) & set(canonical_tables()):
        return [CANONICAL]
    return fitting
