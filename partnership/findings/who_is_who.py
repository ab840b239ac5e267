"""What the screen Who is who says of two records: what speaks for one person, and how much."""

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.labels import who_is_who as words

Row = Mapping[str, Any]
Verdicts = Mapping[tuple[str, str], Mapping[str, str]]

# What an equal name weighs where it is as common as names are on average, and how far off it counts
# as rare or common: it is then twice, or half, as rare.
USUAL = {"surname": 7.64, "given_name": 6.49}
CLEARLY = 1.0
KEYS = frozenset({"email", "phone", "linkedin", "birth"})
BY_RULE = {
    "email_only": ("email",),
    "phone_only": ("phone",),
    "linkedin_only": ("linkedin",),
    "linkedin": ("linkedin",),
    "email_and_phone": ("email", "phone"),
    "email_and_name": ("email",),
    "phone_and_surname": ("phone",),
}
MILLION = 1_000_000
# How long a verdict takes somebody who does many.
SECONDS_A_PAIR = 15
# The columns of how many, of how many, behind each share of linkage_quality.
QUALITY = {
    "right": ("right_of_checked", "checked"),
    "found": ("found_same", "said_same"),
    "compared": ("compared_same", "said_same"),
}


def key_of(row: Row) -> tuple[str, str]:
    """The two records of a pair, the smaller id first, whichever way round they were typed."""
    one, other = sorted((str(row["candidate_id_a"]), str(row["candidate_id_b"])))
    return one, other


def verdicts_of(pairs: pd.DataFrame, typed: Sequence[Mapping[str, str]]) -> Verdicts:
    """The verdict on each pair: the one in the figures, and in its place what was typed."""
    known = pairs[pairs["verdict"].notna()].to_dict("records")
    counted = {key_of(row): {"verdict": str(row["verdict"])} for row in known}
    return counted | {key_of(values): values for values in typed}


def in_queue(pairs: pd.DataFrame, queue: str) -> pd.DataFrame:
    """The pairs of one queue, the weightiest first."""
    return pairs[pairs["queue"] == queue]


def not_judged(pairs: pd.DataFrame, verdicts: Verdicts) -> pd.DataFrame:
    """Those without a verdict."""
    return pairs[[key_of(row) not in verdicts for row in pairs.to_dict("records")]]


def finding(pairs: pd.DataFrame, verdicts: Verdicts) -> str:
    """How many pairs are in doubt, and how many of them are judged."""
    queue = in_queue(pairs, "review")
    done = len(queue) - len(not_judged(queue, verdicts))
    if queue.empty:
        return words.FINDING_NONE
    counted = figures.counted(len(queue), words.PAIR, words.PAIRS)
    judged = words.JUDGED_SOME.format(judged=done) if done else words.JUDGED_NONE
    if done == len(queue):
        judged = words.JUDGED_ALL
    return words.FINDING.format(pairs=counted, judged=judged)


def reasons(row: Row) -> str:
    """What the comparisons of a pair say, the strongest first, as one sentence; the rule where
    nothing was weighed."""
    parts = [(part["weight"], _reason(part)) for part in evidence_of(row)]
    said = [text for _, text in sorted(parts, key=lambda part: -part[0]) if text]
    if not said:
        return words.RULES.get(row["rule"], "")
    sentence = " · ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def coincidence(row: Row) -> str:
    """How likely all of it is chance, as one in so many; empty where nothing was weighed."""
    if figures.is_missing(row["weight"]):
        return ""
    if row["rule"] == "unlike":
        return words.RULES["unlike"]
    times = 1 + 2 ** float(row["weight"])
    if times >= MILLION:
        return words.COINCIDENCE_RARE
    return words.COINCIDENCE.format(times=figures.number(_rounded(times)))


def why(row: Row) -> str:
    """Why a weighed pair was taken for one person, or why it is left to people; empty where the
    reasons say it."""
    parts = evidence_of(row)
    if not parts:
        return ""
    if row["status"] == "linked" and row["rule"] in words.TAKEN_BY:
        return words.TAKEN.format(rule=words.TAKEN_BY[row["rule"]])
    if row["status"] == "review" and row["rule"] not in ("alike", "probable"):
        return words.RULES.get(row["rule"], "")
    has_key = any(part["what"] in KEYS and part["level"] == "same" for part in parts)
    return "" if has_key or row["status"] != "review" else words.NO_KEY


def evidence_of(row: Row) -> list[Row]:
    """What each comparison of a pair added."""
    found = row["evidence"]
    return [] if found is None or isinstance(found, float) else list(found)


def same_facts(row: Row) -> frozenset[str]:
    """Which of the facts shown side by side agree."""
    same = {part["what"] for part in evidence_of(row) if part["level"] == "same"}
    if {"surname", "given_name"} <= same or row["full_name_a"] == row["full_name_b"]:
        same.add("full_name")
    return frozenset(same.union(BY_RULE.get(row["rule"], ())))


def would_repeat(row: Row, sent: pd.DataFrame) -> str:
    """How many submissions would become redundant if the two were one person; empty where they are
    counted as one already."""
    if row["status"] == "linked":
        return ""
    count = int(sent["would_repeat"].sum())
    if not count:
        return words.WOULD_REPEAT_NONE
    submissions = figures.counted(count, words.SUBMISSION, words.SUBMISSIONS)
    said = words.WOULD_REPEAT_ONE if count == 1 else words.WOULD_REPEAT
    return said.format(submissions=submissions)


def names_of(row: Row) -> str:
    """The two names; the record's id where it has none."""
    named = [
        row[f"full_name_{side}"]
        if not figures.is_missing(row[f"full_name_{side}"])
        else row[f"candidate_id_{side}"]
        for side in "ab"
    ]
    return words.NAMES.format(one=named[0], other=named[1])


def cards(pairs: pd.DataFrame, verdicts: Verdicts, redundant: Row | None) -> list[Card]:
    """What is left to judge, and how far the redundant share could rise by it."""
    queue = in_queue(pairs, "review")
    left = len(not_judged(queue, verdicts))
    counted = figures.counted(len(queue), words.PAIR, words.PAIRS)
    shown = [
        Card(words.TO_JUDGE, figures.number(left), words.TO_JUDGE_BASIS.format(pairs=counted)),
    ]
    if redundant is None or figures.is_missing(redundant["redundant"]):
        return shown
    k, n, more = (redundant[name] for name in ("redundant", "submissions", "unreviewed"))
    now = figures.share_card(
        words.NOW, k, n, k / n, of=words.NOW_OF, explained=words.NOW_EXPLAINED, target=None
    )
    most = Card(
        words.AT_MOST,
        figures.share(k + more, n, (k + more) / n),
        f"{figures.k_of_n(k + more, n)} {words.NOW_OF}",
        words.AT_MOST_BASIS,
        explained=words.AT_MOST_EXPLAINED,
    )
    return [*shown, Card(now.label, now.value, now.basis, explained=now.explained), most]


def quality_cards(quality: Row | None) -> list[Card]:
    """How often the rules were right, and what they found."""
    row = quality or {}
    return [
        figures.share_card(
            words.QUALITY_CARDS[rate].label,
            row.get(k, 0),
            row.get(n, 0),
            row.get(f"{rate}_rate"),
            of=words.QUALITY_CARDS[rate].of,
            low=row.get(f"{rate}_low"),
            high=row.get(f"{rate}_high"),
            explained=words.QUALITY_CARDS[rate].explained,
        )
        for rate, (k, n) in QUALITY.items()
    ]


def quality_note(quality: Row | None) -> str:
    """How many pairs were decided by whom."""
    if not quality:
        return words.NO_PAIRS
    counts = {name: figures.number(quality[name]) for name in ("automatic", "judged", "undecided")}
    pairs = figures.counted(quality["pairs"], words.PAIR, words.PAIRS)
    return f"{words.SHARES.format(pairs=pairs, **counts)} {words.QUALITY_NOTE}"


def how_to_measure(pairs: pd.DataFrame, verdicts: Verdicts, new: frozenset[tuple[str, str]]) -> str:
    """What is missing for the figures of how good the links are; empty where enough is judged."""
    said = []
    for queue, text in words.TO_MEASURE.items():
        if left := len(not_judged(in_queue(pairs, queue), verdicts)):
            counted = figures.counted(left, words.PAIR, words.PAIRS)
            minutes = max(1, round(left * SECONDS_A_PAIR / 60))
            said.append(text.format(pairs=counted, minutes=minutes))
    if new:
        said.append(
            words.JUDGED_SINCE.format(pairs=figures.counted(len(new), words.PAIR, words.PAIRS))
        )
    return " ".join(said)


def undone(row: Row, before: str | None) -> str:
    """That the last verdict on a pair was taken back, and which one stands again."""
    names = names_of(row)
    if before:
        return words.UNDONE_TO.format(names=names, verdict=words.VERDICTS[before])
    return words.UNDONE.format(names=names)


def in_order(rows: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, list[dict[str, str]]]:
    """Verdicts that were brought, the two records of each in the order in which pairs are kept, so
    that a newer verdict stands in the place of an older one."""
    return {
        table: [
            {
                **values,
                **dict(zip(("candidate_id_a", "candidate_id_b"), key_of(values), strict=True)),
            }
            for values in more
        ]
        for table, more in rows.items()
    }


def cut_off(pairs: pd.DataFrame, undecided: int) -> str:
    """That not all pairs to judge are shown, where they are more than a screen reads."""
    there = len(in_queue(pairs, "review"))
    if undecided <= there or "most" not in pairs.attrs:
        return ""
    return words.CUT_OFF.format(shown=figures.number(there), all=figures.number(undecided))


def as_table(pairs: pd.DataFrame, verdicts: Verdicts) -> pd.DataFrame:
    """The pairs with their reasons and their verdict in words."""
    rows = pairs.to_dict("records")
    return pairs.assign(
        reasons=[reasons(row) for row in rows],
        person_verdict=[_verdict(verdicts.get(key_of(row))) for row in rows],
    )


def judged_table(
    pairs: pd.DataFrame, verdicts: Verdicts, new: frozenset[tuple[str, str]]
) -> pd.DataFrame:
    """What was judged, the last on top; `new` are those that no figure counts yet."""
    known = {key_of(row): row for row in pairs.to_dict("records")}
    rows = [
        {
            "candidate_id_a": key[0],
            "candidate_id_b": key[1],
            "full_name_a": known.get(key, {}).get("full_name_a"),
            "full_name_b": known.get(key, {}).get("full_name_b"),
            "person_verdict": _verdict(values),
            "verdict_on": values.get("judged_on", ""),
            "judged_by": values.get("judged_by", ""),
            "judged_reason": values.get("reason", ""),
            "counted_in": words.AFTER_FIGURES if key in new else words.IN_FIGURES,
        }
        for key, values in reversed(list(verdicts.items()))
    ]
    table = pd.DataFrame(rows, columns=list(words.JUDGED_COLUMNS))
    return table.assign(verdict_on=pd.to_datetime(table["verdict_on"], errors="coerce"))


def steps(row: Row) -> pd.DataFrame:
    """The weights of a pair in the order they are added up, from the doubt to the sum."""
    parts = sorted(evidence_of(row), key=lambda part: -part["weight"])
    added = [(_reason(part) or part["what"], part["weight"], "relative") for part in parts]
    if not added:
        return pd.DataFrame(columns=["label", "weight", "measure"])
    first = (words.DOUBT, row["doubt"], "relative")
    last = (words.SUM, row["weight"], "total")
    return pd.DataFrame([first, *added, last], columns=["label", "weight", "measure"])


def levels(known: Iterable[tuple[str, str, float, float]]) -> pd.DataFrame:
    """Every way in which two records agree, with its two chances and its weight."""
    rows = [
        {
            "comparison": words.COMPARED_BY[what],
            "in_words": words.EVIDENCE.get((what, level), words.SAID_ALREADY),
            "m": f"{m:.7f}".rstrip("0"),
            "u": f"{u:.7f}".rstrip("0"),
            "weight": f"{log2(m / u):+.1f}".replace("-", words.MINUS),
        }
        for what, level, m, u in known
    ]
    return pd.DataFrame(rows)


def _verdict(values: Mapping[str, str] | None) -> str:
    return words.VERDICTS.get((values or {}).get("verdict", ""), "")


def _reason(part: Row) -> str:
    said = words.EVIDENCE.get((part["what"], part["level"]), "")
    usual = USUAL.get(part["what"])
    if usual is None or part["level"] != "same":
        return said
    if part["weight"] >= usual + CLEARLY:
        return words.RARE.format(reason=said)
    return words.COMMON.format(reason=said) if part["weight"] <= usual - CLEARLY else said


def _rounded(number: float) -> int:
    """To two digits that count: 16,385 as 16,000."""
    rough = round(number)
    digits = len(str(rough)) - 2
    return round(rough, -digits) if digits > 0 else rough
