"""Finding a command by its words."""
