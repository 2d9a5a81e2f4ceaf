"""How a network sees the tunes."""
