"""The quarterly review: what both sides bring to the same table."""
