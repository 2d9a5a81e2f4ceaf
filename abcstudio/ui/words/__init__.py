"""Messages, keys, notes, instruments: their names in the window's language."""
