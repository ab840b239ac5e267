"""DataFrame → plotly figure. Pure: no database, no Streamlit.

Every function takes rows as the metrics give them (shares as fractions, durations in days) and
draws each row once. A missing value is a gap, never zero. Fonts and grounds come from the theme.
"""

from partnership.charts.bars import bars, stacked_bars, trend
from partnership.charts.bullets import bullets
from partnership.charts.curves import filled_by_whom
from partnership.charts.drawing import NO_BUTTONS, enlarged, in_ink, is_blank, named
from partnership.charts.funnel import funnel
from partnership.charts.heat import heat_table
from partnership.charts.months import control_chart
from partnership.charts.ownership import case_timeline
from partnership.charts.pairs import pairs
from partnership.charts.review_slide import review_slide
from partnership.charts.stays import by_start_quarter, still_here
from partnership.charts.strips import ages, meeting_strip
from partnership.charts.waiting import still_waiting
from partnership.charts.weights import waterfall

__all__ = [
    "NO_BUTTONS",
    "ages",
    "bars",
    "by_start_quarter",
    "control_chart",
    "bullets",
    "case_timeline",
    "enlarged",
    "filled_by_whom",
    "funnel",
    "heat_table",
    "in_ink",
    "is_blank",
    "meeting_strip",
    "named",
    "pairs",
    "review_slide",
    "stacked_bars",
    "still_waiting",
    "still_here",
    "trend",
    "waterfall",
]
