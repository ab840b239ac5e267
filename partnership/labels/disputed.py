"""Words for marking a row as wrong, and for what is marked."""

THIS_IS_WRONG = "This is wrong"
ROWS_AS_OF = "From the company's files, as of {day}."
ROWS_AS_OF_OWN = "From our files, as of {day}."
DISPUTED = "{count} disputed"
DISPUTED_HERE = "**{count} disputed** of the rows here."
ON_A_CARD = ":material/flag: **{disputed}**: open disputes about cases that this counts, from whichever period. *disputed*, beside the title, lists them."
NEW = "new"
NEW_MEANS = "*New* was entered after these figures."
MARK = "▲ {about}{new}"
ABOUT = {
    "ownership": "who owns it",
    "date": "a date",
    "fee": "the fee",
    "other": "something else",
}
NOT_SAID = "not said what"
CASES = {
    "submission": "submission",
    "offer": "offer",
    "placement": "start",
    "opening": "opening",
    "search": "search",
    "meeting": "meeting",
    "promise": "promise",
    "question": "question",
    "silence": "silence",
    "answer": "survey answer",
}

# The form
INTRO = "It is kept as a dispute, which both sides see at once. No number changes until it is settled and the files say so."
INTRO_RECEIVED = "It is kept beside these figures, on this computer. HR learns of it when it is sent: the lines to send stand under “disputed”, at the top of the screen."
WHICH = "Which row"
CHOOSE = "Choose the row"
WHAT = "What is wrong"
CLAIM = "What would be right"
CLAIM_HINT = "Sent on 4 May, not on 14 May"
YOUR_NAME = "Your name"
SEND = "Mark as wrong"
SENT = "Marked as wrong: {case}. It shows at once, on both sides."
SENT_RECEIVED = "Marked as wrong: {case}. To let HR know, send the lines under “disputed” at the top of the screen."
MISSING_ROW = "Choose the row that is wrong."
MISSING_ABOUT = "Say what is wrong about it."
MISSING_CLAIM = "Say what would be right."
MISSING_NAME = "Type your name."

# The list at the head of a screen
HEAD_NOTE = "Open disputes with {whom}, on whatever screen and from whichever period. Numbers count these rows as the files have them, until the files change."
ALL_PARTNERS, WITH_HR = "every partner", "HR"
LINE = "**{case}** · {about}{claim}  \n:small[:gray[raised by {by} on {day}{new}]]"
TO_SEND = "**To send to HR**: copy these lines into an e-mail. HR pastes them on *Records*, *Disputes*, *Several at once*."
CLAIMED = ": {claim}"
NEW_AFTER = ", entered after these figures"
