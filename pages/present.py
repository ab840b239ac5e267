"""Present to an agency: the screens of one partnership, one message at a time."""

from pathlib import Path

from partnership.labels import presenting as words
from partnership.ui import open_screen, presenting

if not presenting.draw_slide(Path(__file__).parent):
    open_screen(words.TITLE)
    presenting.choose_agency()
