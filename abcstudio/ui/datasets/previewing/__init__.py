"""The chosen tune as score and sound."""
