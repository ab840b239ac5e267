"""A workbook per table: what is kept in it already, room for more, and the way back from it.

A hidden sheet holds what each row was when the workbook was made. So only what somebody changed
comes back, and what others have typed meanwhile is never overwritten without a word.
"""

from partnership.templates.lines import first_sheet, is_template
from partnership.templates.reading import filled
from partnership.templates.writing import template

__all__ = ["filled", "first_sheet", "is_template", "template"]
