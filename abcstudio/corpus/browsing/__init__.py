"""Tunes prepared for being looked through."""
