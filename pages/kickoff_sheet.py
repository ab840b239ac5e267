"""Kickoff sheet: one page to agree on, kept in one go."""

from partnership.labels import kickoff_sheet as words
from partnership.readers import EVERY_READER
from partnership.ui import kickoff_screen, open_screen
from partnership.ui.partner import pick_partner

screen = open_screen(words.TITLE, is_filtered=False, readers=EVERY_READER)
kickoff_screen.draw(screen, screen.agency_of(pick_partner(screen)))
screen.close()
