"""Entering notes one after the other."""
