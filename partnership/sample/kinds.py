"""What became of a submission's offer, and what every way to one needs."""

HIRED, RENEGED, DECLINED, EXPIRED, RESCINDED, PENDING = range(6)
NO_OFFER = -1
# From receipt to offer: decision, two interviews and the offer on days of their own.
LEAST_WORKING_DAYS = 6
