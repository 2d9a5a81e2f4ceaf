"""Rhythms tapped on a key."""
