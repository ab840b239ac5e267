"""Records: where do I type what no system exports?"""

from partnership.labels import records as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen, record_screen

screen = open_screen(words.TITLE, is_filtered=False, readers=EVERY_READER)
screen.say(record_screen.lead(screen))
record_screen.draw(screen, record_screen.pick_table(screen))
screen.close()
