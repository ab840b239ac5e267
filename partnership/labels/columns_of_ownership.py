"""Column headings and words of who owns a candidate."""

HEADINGS = {
    "why": "Why",
    "rules_differ": "Rules that name another",
    "who": "Who",
    "event": "What",
    "when": "When (UTC)",
    "protected_until": "Days agreed until",
    "event_fee": "Fee",
}
