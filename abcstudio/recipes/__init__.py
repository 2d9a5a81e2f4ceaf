"""Whole pieces of work (train, compose, export, prepare) that the window and the command line both call."""
