"""Words of the settings on the Data screen, and of what settings say elsewhere."""

WORKING_DAY, WORKING_DAYS = "working day", "working days"
DAY, DAYS = "day", "days"
