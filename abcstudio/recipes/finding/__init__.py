"""Finding tunes by a few of their notes."""
