"""A `Performance` turned into frames of sound."""
