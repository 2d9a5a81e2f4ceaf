"""The open texts."""
