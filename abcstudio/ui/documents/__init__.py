"""The open texts: their history, their files on disk, their safe copies, their tabs."""
