"""Streams advanced by NumPy alone, for the edition without torch."""
