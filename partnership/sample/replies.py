"""How many working days HR takes to answer a profile."""

import numpy as np

from partnership.sample.clock import Ints, day_number, position
from partnership.sample.company import REPLY_DAYS, SLOW

_DAYS = np.array([day_number("2026-07-27"), day_number("2026-08-31")])
SLOW_FROM, SLOW_UNTIL = position(_DAYS).tolist()
SUMMER_FACTOR = 2.3


def reply_days(rng: np.random.Generator, department: Ints, received: Ints) -> Ints:
    """Working days to the answer, by department; slower for what arrived in August 2026."""
    middle = REPLY_DAYS[department] * np.where(department == SLOW, 1.0, 1.12)
    is_summer = (received >= SLOW_FROM) & (received <= SLOW_UNTIL)
    days = (
        middle
        * np.exp(rng.normal(0, 0.75, len(department)))
        * np.where(is_summer, SUMMER_FACTOR, 1.0)
    )
    return np.minimum(days, 45).astype(np.int64)
