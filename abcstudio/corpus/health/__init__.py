"""What is wrong with the tunes of a source."""
