"""Quarterly review: give me the deck."""

from partnership.labels import quarterly_review as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen, review_screen
from partnership.ui.partner import pick_partner

screen = open_screen(words.TITLE, is_filtered=False, is_about_one=True, readers=EVERY_READER)
review_screen.draw(screen, pick_partner(screen))
screen.close()
