"""What the tunes of a source hold, as charts."""
