"""The takes along the curve of a run, on the command line."""
