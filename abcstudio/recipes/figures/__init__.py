"""The figures of a corpus as files."""
