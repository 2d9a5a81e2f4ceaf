"""Answers handed in, and the table of a class."""
