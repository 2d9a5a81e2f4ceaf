"""The ABC text of what was read."""
