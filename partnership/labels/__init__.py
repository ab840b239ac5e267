"""Every word a user sees, one module per screen, so that a company can translate them in one place."""
