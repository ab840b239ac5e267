"""What the metrics of the scorecard mean, in words."""

from partnership.labels.definition import Definition

DEFINITIONS = {
    "scorecard": Definition(
        "What each side keeps of what it owes",
        "The lines of a side, each from 0 points at its agreed floor to 100 at its agreed target, averaged within the parts of the card and then over "
        "them. The rules stand on the Definitions screen.",
        "lines with an agreed floor and target",
        "lines of under [fewest for a share] cases; a side of which less than 70 % is measured has no number",
        "points of 100",
        "likely range: nine in ten drawings of what the shares may be lie in it",
    ),
    "scorecard_lines": Definition(
        "The lines of both sides",
        "Each line's share in the period, in its last three months and a year before, beside its agreed floor and target.",
        "the cases of the metric that a line is named after",
        "feedback after an interview that is not on file itself; the survey's question on goals, which is a line of its own",
        "shares; points of 100",
        "likely range: 95 of 100 such ranges hold the true share (Newcombe 1998); silences and returns of the survey drawn again",
    ),
    "peer_band": Definition(
        "The other agencies together",
        "The same shares of at least three other agencies together, over the last four complete quarters, rounded to one point.",
        "agencies with five cases or more, six where pay is compared",
        "lines in which an agency would have more than half of the cases or of the hits",
        "shares; the number of cases as a band",
        "",
    ),
}
