"""The files of a source: which it has, what an archive holds."""
