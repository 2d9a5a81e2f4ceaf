"""Exercises in Python, each with its check."""
