"""What each command of the command line does; nothing of it is needed by the screens."""
