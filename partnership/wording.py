"""Messages of the program as people read them."""

import re

from partnership.labels import readers
from partnership.labels import settings as words
from partnership.settings import Settings, current

# opened_on, but not meeting_attendees.csv, nor --date-order searches.csv=dmy, nor a part of a word.
COLUMN = re.compile(r"(?<![\w.@/\\-])[a-z0-9]+(?:_[a-z0-9]+)+(?![\w@/\\=-]|\.\w)")


def columns_as_words(text: str) -> str:
    """The text with `opened_on` as `opened on`; names of files keep theirs."""
    return COLUMN.sub(lambda found: found[0].replace("_", " "), text)


def with_settings(text: str, built: Settings) -> str:
    """The text with the numbers that are settings: those the figures were made with, and those of
    now that only decide how they are shown."""
    if "[" not in text:
        return text
    numbers = {
        "[reply days]": _counted(built.reply_days, words.WORKING_DAY, words.WORKING_DAYS),
        "[cut-off]": f"{built.cutoff_hour}:00",
        "[ownership days]": _counted(built.ownership_days, words.DAY, words.DAYS),
        "[meeting interval]": _counted(built.meeting_interval_days, words.DAY, words.DAYS),
        "[fewest for a share]": str(current().fewest_for_a_share),
        "[fewest for evidence]": str(current().fewest_for_evidence),
        "[fewest for a median]": str(current().fewest_for_a_median),
    }
    for name, number in numbers.items():
        text = text.replace(name, number)
    return text


def for_reader(text: str, agency: str) -> str:
    """The text as this reader reads it: an agency's by the name of the agency, HR's in general."""
    if "[" not in text:
        return text
    for mark, said in (readers.TO_AN_AGENCY if agency else readers.TO_HR).items():
        text = text.replace(mark, said.format(agency=agency))
    return text


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def sentence(text: str) -> str:
    """The text with a capital at its beginning, unless it begins with a name."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() else text
