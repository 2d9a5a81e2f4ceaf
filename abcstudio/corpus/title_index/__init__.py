"""Tunes found by their title, in any spelling."""
