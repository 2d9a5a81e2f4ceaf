"""Corpora that are made to learn from, from files to files."""
