"""The contract metrics once more, in slow and obvious Python, to prove the fast ones.

Written from the definitions alone: no SQL, no pandas, nothing of the product.
"""

from oracle.metrics import METRICS, answers
from oracle.reading import AsOf, Export, end_of_day

__all__ = ["METRICS", "AsOf", "Export", "answers", "end_of_day"]
