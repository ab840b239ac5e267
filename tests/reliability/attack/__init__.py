"""Agencies that try to read what is another's, in every way there is."""
