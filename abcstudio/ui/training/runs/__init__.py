"""The training runs on disk, listed."""
