"""What tunes hold, in figures."""
