"""Fields for numbers that may be typed freely."""
