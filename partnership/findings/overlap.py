"""What the section on agencies that send the same people says."""

from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import overlap as words

# A matrix of more rows than these is read by nobody.
MOST_AGENCIES = 12
ENDS = ("agency_id_a", "agency_id_b")
REACH: dict[str, Any] = {
    "value": "unique_rate",
    "low": "unique_low",
    "high": "unique_high",
    "of": ("unique_persons", "persons"),
}
GROUPS = ((words.UNIQUE, "unique"), (words.SHARED, "shared"))


def sentence(row: dict[str, Any] | None) -> str:
    """How many of the people came through one agency and nobody else."""
    if row is None:
        return words.NONE_SENT
    if figures.is_missing(row["unique_persons"]):
        return words.UNSEEN
    share = figures.percent(row["unique_rate"]) if figures.is_enough(row["persons"]) else ""
    return words.SENTENCE.format(
        persons=figures.counted(row["persons"], words.PERSON, words.PERSONS),
        unique=figures.number(row["unique_persons"]),
        share=words.SHARE.format(share=share) if share else "",
    )


def is_seen(row: dict[str, Any] | None) -> bool:
    """Whether there is anybody, and the files can tell one person's records."""
    return row is not None and not figures.is_missing(row["unique_persons"])


def most_shared(pairs: pd.DataFrame) -> list[str]:
    """The agencies by how many people they share, most first, as many as a matrix holds."""
    ends = [pairs[[end, "shared_persons"]].set_axis(["id", "n"], axis=1) for end in ENDS]
    totals = pd.concat(ends).groupby("id")["n"].sum()
    return [str(name) for name in totals.sort_values(ascending=False, kind="stable").index]


def cells(pairs: pd.DataFrame, names: dict[str, str]) -> tuple[pd.DataFrame, list[str]]:
    """Both cells of each pair and one on the diagonal for each agency, and the agencies' names in
    their order."""
    shown = most_shared(pairs)[:MOST_AGENCIES]
    kept = pairs[pairs[ENDS[0]].isin(shown) & pairs[ENDS[1]].isin(shown)]
    found = []
    for a, b in (("a", "b"), ("b", "a")):
        columns = [f"agency_id_{a}", f"agency_id_{b}", "shared_persons", f"persons_{a}"]
        side = kept[columns].set_axis(["row", "column", "shared", "own"], axis=1)
        alone = side.drop_duplicates("row")
        found += [side, alone.assign(column=alone["row"], shared=None)]
    both = pd.concat([part.astype(object) for part in found])
    both = both.drop_duplicates(["row", "column"]).reset_index(drop=True)
    for end in ("row", "column"):
        both[end] = [names.get(str(agency), str(agency)) for agency in both[end]]
    return both, [names.get(agency, agency) for agency in shown]


def matrix_note(pairs: pd.DataFrame) -> str:
    """What a cell is, and that some agencies are not among them."""
    agencies = len(set(pairs[ENDS[0]]) | set(pairs[ENDS[1]]))
    if agencies <= MOST_AGENCIES:
        return words.MATRIX_NOTE
    more = words.MATRIX_MORE.format(shown=MOST_AGENCIES, agencies=figures.number(agencies))
    return f"{words.MATRIX_NOTE} {more}"


def outcomes(row: dict[str, Any]) -> pd.DataFrame:
    """A row per step: the share of those nobody else brought and of the others that got there."""
    steps = []
    for step, name in words.STEPS.items():
        if any(figures.is_missing(row[f"{who}_{step}"]) for _, who in GROUPS):
            continue
        found: dict[str, Any] = {"step_reached": name}
        for _, who in GROUPS:
            found |= _side(row, who, step)
        found["said"] = words.SAID.format(**_shares(found))
        steps.append(found)
    return pd.DataFrame(steps)


def groups(row: dict[str, Any]) -> list[tuple[str, str]]:
    """The two groups of people, each with how many they are."""
    sizes = [row[f"{who}_persons"] for _, who in GROUPS]
    counts = [figures.counted(n, words.PERSON, words.PERSONS) for n in sizes]
    return [
        (words.GROUP.format(name=name, persons=persons), who)
        for (name, who), persons in zip(GROUPS, counts, strict=True)
    ]


def _shares(found: dict[str, Any]) -> dict[str, str]:
    return {
        who: figures.share(*(found[f"{who}_{part}"] for part in ("k", "n", "rate")))
        for _, who in GROUPS
    }


def _side(row: dict[str, Any], who: str, step: str) -> dict[str, Any]:
    k, n = row[f"{who}_{step}"], row[f"{who}_persons"]
    rate, low, high = (row[f"{who}_{step}_{part}"] for part in ("rate", "low", "high"))
    enough = figures.is_enough(n)
    drawn = (
        {"rate": rate, "low": low, "high": high}
        if enough
        else dict.fromkeys(("rate", "low", "high"))
    )
    said = {"k": k, "n": n, "of": _said(k, n, rate)}
    said["range"] = figures.likely_range(low, high) if enough else figures.DASH
    return {f"{who}_{name}": value for name, value in (drawn | said).items()}


def by_agency(reach: pd.DataFrame) -> pd.DataFrame:
    """Two rows per agency, in the order of the bars: those nobody else brought, and the others."""
    rows = []
    ordered = reach.sort_values("unique_rate", ascending=False, kind="stable")
    for row in ordered.to_dict("records"):
        for name, who in GROUPS:
            found = {"label": row["label"], "brought_by": name}
            found["reached_persons"] = row[f"{who}_persons"]
            for step in words.STEPS:
                k, n, rate = row[f"{who}_{step}"], row[f"{who}_persons"], row[f"{who}_{step}_rate"]
                found[f"{step}_said"] = _said(k, n, rate)
                found[f"{step}_said"] += _range(row, who, step)
            rows.append(found)
    shown = pd.DataFrame(rows)
    shown.attrs = dict(reach.attrs)
    return shown


def _range(row: dict[Any, Any], who: str, step: str) -> str:
    low, high = row[f"{who}_{step}_low"], row[f"{who}_{step}_high"]
    if not figures.is_enough(row[f"{who}_persons"]) or figures.is_missing(low):
        return ""
    return f" ({100 * low:.0f}–{figures.percent(high)})"


def _said(k: Any, n: Any, rate: Any) -> str:
    if figures.is_missing(k) or not n:
        return figures.DASH
    of = figures.k_of_n(k, n)
    return f"{of} · {figures.percent(rate)}" if figures.is_enough(n) else of
