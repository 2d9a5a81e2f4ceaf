"""Whole pieces of work that the window and the command line both call."""
