"""Entering notes by playing them."""
