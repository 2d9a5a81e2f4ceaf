"""Files of other music programs read as tunes."""
