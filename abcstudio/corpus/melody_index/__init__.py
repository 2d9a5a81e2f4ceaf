"""Tunes found by their melody, whatever the key and the unit note length."""
