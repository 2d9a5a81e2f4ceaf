"""Lists of rows that a person chooses from."""
