"""What screens are made of: the one place of the code that imports Streamlit.

A screen opens with `open_screen`, asks it for rows of named metrics and for cases, and draws with
it.
"""

from partnership.ui.screen import Screen, open_screen

__all__ = ["Screen", "open_screen"]
