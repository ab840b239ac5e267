"""What the words of a metric consist of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Definition:
    """One metric in plain words."""

    title: str
    rule: str = ""
    counted: str = ""
    left_out: str = ""
    unit: str = ""
    source: str = ""


WILSON = "likely range: 95 of 100 such ranges hold the true share (Newcombe 1998)"
SURVIVAL = "open cases are counted for as long as they have been open (Klein and Moeschberger)"
