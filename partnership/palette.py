"""Every colour, once: for the screens and for what leaves them.

The named hues are Okabe and Ito's (2008), which colour-blind readers can tell apart; the greys
hold on a light and on a dark ground.
"""

BLUE = "#0072B2"
ORANGE = "#E69F00"
GREEN = "#009E73"
PINK = "#CC79A7"
SKY = "#56B4E9"
VERMILION = "#D55E00"
GREY = "#8A94A3"
PALE = "#C6CDD6"
FAINT = "rgba(138, 148, 163, 0.22)"
LINE = "rgba(138, 148, 163, 0.55)"

FOCUS = BLUE
FOCUS_GROUND = "rgba(0, 114, 178, 0.18)"
# The fullest cell of a table; letters in ink read on it on either ground.
CELL, EMPTY_CELL = "rgba(0, 114, 178, 0.32)", "rgba(0, 114, 178, 0)"
CLEAR = "rgba(0, 0, 0, 0)"
OTHERS = "#9FB3C6"

# Who filled it, or why it is not filled.
BY_AGENCY = BLUE
OTHERWISE = SKY
CANCELLED = GREY
STILL_OPEN = FAINT

# The kinds of a redundant submission, from "the agency could have known" to "not counted".
RESUBMITTED = VERMILION
POST_REJECT = ORANGE
COLLISION = BLUE
KNOWN_HERE = SKY
KNOWN_ELSEWHERE = PALE

# What became of an offer.
ACCEPTED = BLUE
DECLINED = VERMILION
EXPIRED = ORANGE
RESCINDED = GREY
PENDING = PALE

# Whose turn it is.
HR = BLUE
BUSINESS_LEADER = SKY
AGENCY = ORANGE
CANDIDATE = GREEN
ON_HOLD = GREY
UNSEEN = PALE

# Letters beside the marks, by the ground of the screen.
INK = {"light": "#4A5563", "dark": "#B4BFCC"}
DARK_TEXT, LIGHT_TEXT = "#0C131D", "#FFFFFF"
# Grounds on which dark letters read better than white ones.
LIGHT_GROUNDS = frozenset({ORANGE, PINK, SKY, VERMILION, GREY, PALE, GREEN, OTHERS})

SEQUENCE = (BLUE, ORANGE, GREEN, PINK, SKY, VERMILION, GREY)


def text_on(ground: str) -> str:
    """The colour of letters on a bar of this colour, at 4.5 : 1 or more."""
    return DARK_TEXT if ground in LIGHT_GROUNDS else LIGHT_TEXT
