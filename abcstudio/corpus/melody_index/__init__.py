"""Tunes found by their melody, in any key."""
