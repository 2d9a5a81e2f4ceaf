"""Looking after the health of tunes, from files to files."""
