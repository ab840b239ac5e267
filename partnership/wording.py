"""Messages of the program as people read them."""

import re

# opened_on, but not meeting_attendees.csv, nor --date-order searches.csv=dmy, nor a part of a word.
COLUMN = re.compile(r"(?<![\w.@/\\-])[a-z0-9]+(?:_[a-z0-9]+)+(?![\w@/\\=-]|\.\w)")


def columns_as_words(text: str) -> str:
    """The text with `opened_on` as `opened on`; names of files keep theirs."""
    return COLUMN.sub(lambda found: found[0].replace("_", " "), text)


def sentence(text: str) -> str:
    """The text with a capital at its beginning, unless it begins with a name."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() else text
