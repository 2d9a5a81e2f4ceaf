"""Playing the tune at the caret."""
