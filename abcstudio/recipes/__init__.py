"""Whole pieces of work, called by the window or the command line alike."""
