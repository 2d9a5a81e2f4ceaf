"""Finding the tunes of a source by a few of their notes."""
