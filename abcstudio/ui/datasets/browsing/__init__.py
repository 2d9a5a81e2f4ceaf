"""Looking through the tunes of a source."""
