"""Tunes that are nearly one another."""
