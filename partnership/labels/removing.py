"""Words of removing a person: on the Data screen, on the command line, and on every screen after."""

CUT_OUT = "(removed)"
# In the place of a name, by how a number begins.
GONE = {
    "removed": "somebody removed on request ({number})",
    "expired": "somebody removed after {months} months without contact ({number})",
}

TITLE = "Remove a person"
LEAD = (
    "For somebody who asks to be removed. What people typed is cleared of them at once; at the next *Update figures* their name, contact details and links between their records leave these figures, and so do earlier figures that hold them. "
    "Their submissions stay counted, under a number that leads nowhere: no figure moves."
)
SEARCH = "Name, e-mail address or id of a record"
SEARCH_HINT = "A part of the name is enough."
NOBODY = "Nobody in these figures is called so."
MANY = "The first 20 are listed: say more of the name."
PICK = "Who is meant"
MOST_NAMED = 3
PERSON = "{name} · {records}{more} · {submissions} · {days}"
MORE_RECORDS = " and {count} more"
SENT = "{record}{by} for {search}, {day}"
OF_RECORD = "{record}: "
MORE_SENT = "{count} more"
CHANNELS = {
    "direct": "own application",
    "referral": "referral",
    "internal": "works here",
    "sourced": "found by us",
    "agency": "an agency",
    "None": "not known by whom",
}
JOINED = "judged one person on Who is who after these figures: removed together"
PARTED = "Two of these records were judged to be two people on *Who is who*, which counts at the next *Update figures*. Update first: then each can be chosen alone."
NOTED = "Noted already: {name} leaves the figures at the next *Update figures*."
ALIKE = "Not removed with {name}: {records}, which may be the same person. Say on *Who is who* whether they are, then search again: records judged one person are removed together."
NO_SUBMISSION = "never put forward"
WHAT_HAPPENS = (
    "**{name}**: {contacts}. At once, what people typed is cleared of this person: records, texts of reviews, what was said on *Who is who*. "
    "At the next *Update figures* the person goes from these figures, from the agencies' own files and from earlier figures, which can't be shown again then. "
    "The files you export from still hold the person: the report of the next update names them. So do reviews and other files that somebody downloaded or sent."
)
NO_CONTACTS = "no contact details"
BY_KEY = "These files give their rows no id, so the list keeps a code made from name and contact. With another spelling in a later file it would not be found: remove the person from the source as well."
REASON = "Reason (optional; no name)"
PART_ALONE = "These texts hold only a part of the name, which may mean somebody else:"
MENTION = "- {where}: “… {text} …”"
WHERE_REVIEW = "{table}, {agency}, {quarter}"
WHERE_AGENCY = "{table}, {agency}"
MORE_MENTIONS = "- and {count} more"
MOST_MENTIONS = 8
PARTS_TOO = "It is this person: cut it out of these texts as well"
STILL_STANDS = " A part of the name still stands in {places}."
CONFIRM = "I have checked who is meant: this can't be undone"
BUTTON = "Remove"
FIRST_CONFIRM = "Tick that you have checked who is meant."
DONE = "Noted. {name} leaves the figures at the next *Update figures*.{typed}{still}"
TYPED = " {rows} that people typed were cleared at once."
TYPED_ONE = " One row that people typed was cleared at once."

# The report of an update
PEOPLE = "People without a name in these figures"
WHY = {"removed": "removed on request", "expired": "no contact for {months} months"}
HELD = "Files that still hold people who were removed"
HELD_NOTE = "Delete the names and contact details, or the rows, where these files come from. As long as a row keeps its id, no figure moves; a row that is gone is no longer counted."

# The command line
NOBODY_MEANT = "nobody in these figures is {text!r}"
SEVERAL_MEANT = "{text!r} may mean {count} people:{people}"
ONE_MEANT = "\n  {person}: {apart}"
PARTED_AT_A_SHELL = (
    "two of these records were judged to be two people, and the figures do not count that yet"
)
UPDATE_FIRST = "Run `build` first: then each can be named by the id of a record."
SAY_WHICH = "Give the id of one of the person's records."
SAY_MORE = "Give a name, an e-mail address or the id of a record, as the files spell it."
DONE_AT_A_SHELL = (
    "{name} leaves the figures at the next build; {rows} typed rows were cleared at once."
)
STILL_STANDS_AT_A_SHELL = "A part of the name alone, which may mean somebody else, still stands in:"
PARTS_TOO_AT_A_SHELL = "If it is this person, run it again with --parts-too before the next build."
