"""Changing notes in the text, all else byte for byte."""
