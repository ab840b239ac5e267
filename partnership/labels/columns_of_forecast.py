"""Column headings of forecasts, and of ranges by drawing searches again."""

HEADINGS = {
    "search_days": "Search open, days",
    "filled_in_30": "Filled in 30 days",
    "filled_in_60": "in 60 days",
    "named": "Chance forecast",
    "forecast_rate": "on average",
    "forecasts": "Forecasts",
    "within_days": "Within days",
    "forecast_from": "Chance from",
    "forecast_to": "Chance to",
    "gap_low": "likely from",
    "gap_high": "likely to",
}
