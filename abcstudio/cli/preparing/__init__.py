"""Corpora at the command line."""
