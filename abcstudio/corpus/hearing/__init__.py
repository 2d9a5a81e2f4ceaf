"""Recordings heard as melodies."""
