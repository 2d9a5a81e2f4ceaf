"""The curve of a run as a file."""
