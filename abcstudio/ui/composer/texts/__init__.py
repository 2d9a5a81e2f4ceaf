"""The open texts as files and tabs."""
