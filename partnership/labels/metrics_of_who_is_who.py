"""What the quality of the links between records means, in words."""

from partnership.labels.definition import WILSON, Definition

DEFINITIONS = {
    "linkage_quality": Definition(
        "How good the links between records are",
        "People say of pairs of records whether they are one person. *Rightly taken for one* is the share of the checked pairs "
        "that were linked without anybody looking and are one person, each kind of pair counting for as many as there are of it. "
        "*Found* is the share of the pairs said to be one person that the rules linked or laid before people, *compared at all* "
        "the share whose records were compared.",
        "pairs of records with a verdict *one person* or *two people*",
        "pairs judged *can't tell*, and verdicts entered after these figures. Where nothing is judged, nothing is said",
        "pairs of records",
        f"{WILSON}; for weighted shares on the effective number of pairs (Kish 1965)",
    ),
}
