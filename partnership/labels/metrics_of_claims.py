"""What the test of the claims means, in words."""

from partnership.labels.definition import Definition

DEFINITIONS = {
    "claims": Definition(
        "Claims about a good partnership",
        "For each claim two groups of cases, told apart by what was known before the outcome. A claim is *supported* where "
        "the difference points its way, its whole likely range lies there, and chance would hardly explain it, even looking at "
        "all the claims together and comparing within each agency (within each department, where a case is a search of several). "
        "It is *not supported* where chance could explain the difference, or where it clearly points the other way. "
        "Cases of one search go together, so they count for less than as many of different searches. An association, not a proof.",
        "all cases these files hold that could be in either group and whose outcome is known; of openings and searches, those "
        "still open on the day the groups are told apart",
        "claims with fewer than 20 searches on either side have no verdict, but a date at the pace of the last 365 days",
        "difference of two shares, in percentage points",
        "Newcombe's range of a difference (1998); Rao and Scott for cases that go together (1992); Kline and Santos (2012); "
        "Benjamini and Hochberg's rule for many comparisons (1995)",
    ),
}
