"""The slides of a review, one module each, in the order that never changes."""
