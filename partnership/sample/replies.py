"""How many working days HR takes to answer a profile."""

import numpy as np

from partnership.sample.clock import Ints, day_number, position
from partnership.sample.company import REPLY_DAYS
from partnership.sample.draws import Floats

SLOW_FROM, SLOW_UNTIL = position(
    np.array([day_number("2026-07-27"), day_number("2026-08-31")])
).tolist()
SUMMER_FACTOR, SPREAD, LONGEST = 2.0, 0.75, 45


def reply_days(rng: np.random.Generator, department: Ints, received: Ints) -> Ints:
    """Working days to the answer, by department; slower for what arrived in August 2026."""
    is_summer = (received >= SLOW_FROM) & (received <= SLOW_UNTIL)
    middle: Floats = REPLY_DAYS[department] * np.where(is_summer, SUMMER_FACTOR, 1.0)
    days = middle * np.exp(rng.normal(0, SPREAD, len(department)))
    return np.asarray(np.minimum(days, LONGEST), dtype=np.int64)
