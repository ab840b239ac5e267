"""Words about one agency's figures in a zip."""

ALTERED = (
    "{file} is not, byte for byte, a file that `pack` wrote: it is damaged, was changed, or is "
    "something else"
)
NEXT = "Ask for it to be sent again. Nothing of it is shown, and what was shown before still is."
GUIDE = """\
These are the figures of one agency, as the company's HR sees them, and of nobody else.

1. Install the dashboard once: Python 3.11 or later, then the commands at the top of its README.
2. In its folder:

       python -m partnership open "{file}"

   It checks that nothing was changed since the file was made, and opens the dashboard in your
   browser. Nothing leaves your computer, and no figure can be changed. Anything that looks wrong
   can be marked: "This is wrong" under the rows. What was marked stands at the top of the screen
   under "disputed", as lines to send back in an e-mail.
"""
OPENED = "Opened {name}: the figures of {agency}, as of {day}."
COMMANDS = """\
On the command line these figures are asked with where they and what is typed about them lie:
  python -m partnership review --out review.pdf --builds "{folder}/builds" --records "{folder}/records"
  python -m partnership compare LIST --builds "{folder}/builds" --records "{folder}/records"
LIST is your own list of submissions; --keep puts what comes out into your review."""
PACKED = "{file} holds what {agency} may see, as of {day}, and nothing of anybody else."
FINGERPRINT = "Its checksum, to say on the phone: {checksum}"
UNKNOWN = "there is no agency {agency!r} in these figures"
KNOWN = "There are: {agencies}."
