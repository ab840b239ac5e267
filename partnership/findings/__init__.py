"""Figures as sentences and cards. Pure: rows in, words out; one module per screen."""
