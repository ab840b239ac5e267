"""What screens are made of: the one place of the code that imports Streamlit.

A screen opens with `open_screen`, asks it for rows of named metrics and for cases, and draws with
it.
"""

from partnership.ui.opening import open_screen
from partnership.ui.screen import Screen

__all__ = ["Screen", "open_screen"]
