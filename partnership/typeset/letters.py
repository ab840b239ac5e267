"""Text that a file can hold and a reader can see, whatever was typed."""

import re

# What no file of Office may hold, and what turns the direction of text around.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069"
                    "\ufeff\ufffe\uffff\ud800-\udfff]")  # fmt: skip
ENDS = re.compile(r"\s*[\r\n\t\u0085\u2028\u2029]+\s*")


def visible(text: str) -> str:
    """The text in one line of visible letters."""
    return UNSEEN.sub("", ENDS.sub(" ", text))
