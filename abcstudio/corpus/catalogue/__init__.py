"""Collections of tunes that others publish."""
