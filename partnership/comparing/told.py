"""What was compared, in sentences."""

from partnership import figures
from partnership.comparing.result import Compared
from partnership.findings import lists_compared as findings
from partnership.labels import comparing as words


def in_words(found: Compared) -> list[str]:
    """The counts, the days they are about and what the rows were matched by, line by line."""
    count = {name: figures.number(n) for name, n in found.counts.items()}
    said = [
        words.COMPARED.format(agency=found.agency, file=found.list_name, period=found.period),
        words.SPANS.format(theirs=found.spans[0], ours=found.spans[1]),
        words.IN_ALL.format(
            differ=findings.differ(found.counts), in_doubt=findings.in_doubt(found.counts)
        ),
        words.ON_BOTH.format(count=count["both"], other_day=count["other_day"]),
        words.ONLY_THEIRS.format(count=count["only_theirs"]),
        words.ONLY_OURS.format(count=findings.only_ours(found.counts)),
        words.REFUSED.format(count=count["refused"], outside=count["theirs_outside"]),
        words.MATCHED.format(
            ids=count["by_submission_id"],
            candidates=count["by_candidate"],
            emails=count["by_email"],
        ),
    ]
    if found.counts["ours_outside"]:
        said.append(words.OURS_OUTSIDE.format(count=count["ours_outside"]))
    if found.not_read:
        said.append(words.NOT_READ.format(sheets=", ".join(found.not_read)))
    return said
