"""Models among the arguments of commands."""
