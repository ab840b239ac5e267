"""The health of the partnership between HR and its recruitment agencies, for both sides."""

__version__ = "0.1.0"
