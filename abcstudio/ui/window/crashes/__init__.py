"""Reports of what failed: at the start, or by a mistake of the program."""
