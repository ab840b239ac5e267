"""Words of removing a person: on the Data screen, on the command line, and on every screen after."""

CUT_OUT = "(removed)"
# In the place of a name, by how a number begins.
GONE = {
    "removed": "somebody removed on request ({number})",
    "expired": "somebody removed after {months} months without contact ({number})",
}

TITLE = "Remove a person"
LEAD = (
    "For somebody who asks to be removed. At the next update their name, contact details and links between their records leave these figures, and so do earlier figures that hold them. "
    "Their submissions stay counted, under a number that leads nowhere: no figure moves."
)
SEARCH = "Name, e-mail address or id of a record"
SEARCH_HINT = "A part of the name is enough."
NOBODY = "Nobody in these figures is called so."
MANY = "The first 20 are listed: say more of the name."
PICK = "Who is meant"
PERSON = "{name} · {records} · {submissions} · {days}"
NO_SUBMISSION = "never put forward"
WHAT_HAPPENS = (
    "**{name}**: {contacts}. At the next *Update figures* all of this goes, from these figures, from the agencies' own files and from earlier figures, which can't be shown again then. "
    "What people typed is cleared of it at once, what was said on *Who is who* included. The files you export from still hold it: the report of the next update names them."
)
NO_CONTACTS = "no contact details"
BY_KEY = "These files give their rows no id, so the list keeps a code made from name and contact. With another spelling in a later file it would not be found: remove the person from the source as well."
REASON = "Reason (optional; no name)"
CONFIRM = "I have checked who is meant: this can't be undone"
BUTTON = "Remove"
FIRST_CONFIRM = "Tick that you have checked who is meant."
DONE = "Noted. {name} leaves the figures at the next *Update figures*.{typed}"
TYPED = " {rows} that people typed were cleared at once."
TYPED_ONE = " One row that people typed was cleared at once."

# The report of an update
PEOPLE = "People without a name in these figures"
WHY = {"removed": "removed on request", "expired": "no contact for {months} months"}
HELD = "Files that still hold people who were removed"
HELD_NOTE = "Delete the names and contact details, or the rows, where these files come from. As long as a row keeps its id, no figure moves; a row that is gone is no longer counted."

# The command line
NOBODY_MEANT = "nobody in these figures is {text!r}"
SEVERAL_MEANT = "{text!r} may mean {count} people: {people}"
SAY_WHICH = "Give the id of one of the person's records."
SAY_MORE = "Give a name, an e-mail address or the id of a record, as the files spell it."
DONE_AT_A_SHELL = "{name} leaves the figures at the next build; {rows} typed rows were cleared."
