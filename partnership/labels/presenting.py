"""The words of presenting to an agency."""

TITLE = "Present to an agency"
PRESENT = "Present"
INTRO = (
    "Full width and large type for a projector: one agency's own figures, no other agency's name, no "
    "candidate. The arrow keys turn the pages."
)
WHOM = "Agency"
START = "Start"
LEAVE = "Leave"
BACK, NEXT = "Back", "Next"
PLACE = "{number} of {count}"
SUBTITLE = "{filters} · as of {day}"
SAMPLE = " · sample data"
AND_MORE = "And {count} more."
NO_AGENCY = "These figures hold no agency, so there is nobody to present to."
