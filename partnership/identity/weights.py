"""What speaks for two records being one person, and how much: the comparisons and their weights.

Each level has two chances: `m`, how often records of one person agree so, and `u`, how often those
of two people do. Both are fixed. Learned from a file that is rich in duplicates, `u` comes out far
too high, because real duplicates are taken for chance (Splink issue 2035); on a file of a few
hundred records nothing can be learned at all; and a weight that changed with every import would
change the reasons that people have judged by. How common a name is does count: it is read from the
file, so that sharing a rare surname says more.

Source of the method: Fellegi and Sunter 1969; Splink 5.
"""

from dataclasses import dataclass
from functools import cached_property

# In powers of two: at AUTOMATIC the odds are about 1,000 to 1 that two records are one person.
AUTOMATIC, REVIEW = 10.0, 3.0
# Down to here some pairs that are left apart are laid before people: was anything missed?
APART = -7.0
FEWEST = 500


@dataclass(frozen=True)
class Level:
    """One way in which two records agree; `when` compares columns ending in _l and _r."""

    name: str
    when: str
    m: float
    u: float
    counts_how_rare: str = ""


@dataclass(frozen=True)
class Comparison:
    """One thing that two records are compared by, its closest level first; where one of the two
    does not know its `column`, it says nothing."""

    what: str
    column: str
    levels: tuple[Level, ...]

    @cached_property
    def names(self) -> list[str]:
        """Its levels as Splink counts them: the last one is 0."""
        return [level.name for level in reversed(self.levels)]


def chance_before(records: int) -> float:
    """How likely two records are one person before anything of them is compared: one in twice their
    number, and a few records stand for many people."""
    return 1 / (2 * max(records, FEWEST))


ELSE = "else"
SHORT_FORM = (
    "list_contains(given_forms_l, given_name_r) or list_contains(given_forms_r, given_name_l)"
)
TURNED = "surname_l = given_name_r and given_name_l = surname_r"


def _near(column: str, likeness: float) -> str:
    return f"jaro_winkler_similarity({column}_l, {column}_r) >= {likeness}"


def _typos(column: str, most: int) -> str:
    return f"damerau_levenshtein({column}_l, {column}_r) <= {most}"


def _same(column: str) -> str:
    return f"{column}_l = {column}_r"


COMPARISONS = (
    Comparison(
        "surname",
        "surname",
        (
            Level("same", _same("surname"), 0.80, 4e-3, counts_how_rare="surname"),
            Level("turned", TURNED, 0.04, 2e-5),
            Level("near", _near("surname", 0.92), 0.08, 1e-3),
            Level("alike", _near("surname", 0.85), 0.03, 5e-3),
            Level("other", ELSE, 0.05, 0.99),
        ),
    ),
    Comparison(
        "given_name",
        "given_name",
        (
            Level("same", _same("given_name"), 0.72, 8e-3, counts_how_rare="given_name"),
            # Said once already, by the surname.
            Level("turned", TURNED, 0.04, 0.04),
            Level("nickname", SHORT_FORM, 0.06, 4e-3),
            Level("near", _near("given_name", 0.88), 0.10, 4e-3),
            Level("other", ELSE, 0.08, 0.944),
        ),
    ),
    Comparison(
        "email",
        "email",
        (
            Level("same", _same("email"), 0.60, 2e-6),
            Level("mailbox", _same("mailbox"), 0.02, 2e-5),
            Level("typo", _typos("email", 2), 0.03, 5e-6),
            Level("other", ELSE, 0.35, 0.99997),
        ),
    ),
    Comparison(
        "phone",
        "phone",
        (
            Level("same", _same("phone"), 0.75, 2e-6),
            Level("typo", _typos("phone", 1), 0.03, 2e-5),
            Level("other", ELSE, 0.22, 0.99998),
        ),
    ),
    Comparison(
        "linkedin",
        "linkedin",
        (Level("same", _same("linkedin"), 0.95, 1e-6), Level("other", ELSE, 0.05, 0.999999)),
    ),
    Comparison(
        "birth",
        "birth",
        (
            Level("same", _same("birth"), 0.85, 5e-5),
            Level("typo", _typos("birth", 1), 0.06, 8e-4),
            Level("near", _typos("birth", 2), 0.02, 6e-3),
            Level("other", ELSE, 0.07, 0.993),
        ),
    ),
    Comparison(
        "street",
        "street",
        (
            Level("same", _same("street"), 0.60, 1e-5),
            Level("near", _near("street", 0.92), 0.20, 5e-4),
            Level("alike", _near("street", 0.80), 0.10, 1e-2),
            Level("other", ELSE, 0.10, 0.989),
        ),
    ),
    Comparison(
        "place",
        "postcode",
        (
            Level("same", _same("postcode"), 0.75, 1e-3),
            Level("typo", _typos("postcode", 1), 0.15, 1e-2),
            Level("other", ELSE, 0.10, 0.989),
        ),
    ),
    Comparison(
        "city",
        "city",
        (
            Level("same", _same("city"), 0.80, 2e-2),
            Level("near", _near("city", 0.88), 0.12, 5e-3),
            Level("other", ELSE, 0.08, 0.975),
        ),
    ),
)
