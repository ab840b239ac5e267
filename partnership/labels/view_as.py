"""Words for HR looking as an agency."""

VIEW_AS = "View as"
HR = "HR"
HELP = (
    "Opens the agency's own file: what it would see, and nothing else. Nothing can be typed there."
)
BANNER = "You see what **{agency}** sees."
BACK = "Back to HR's view"
