"""Chosen tunes on the clipboard or in files."""
