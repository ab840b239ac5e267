"""The words on paper, and of what brings a screen there."""

PRINT = "Print"
CONFIDENTIAL = "Confidential: for the two parties of the partnership only."
RUNNING_FOOT = "Confidential · {screen} · as of {day} · {version}"
CHOSEN = "{label}: {value}"
