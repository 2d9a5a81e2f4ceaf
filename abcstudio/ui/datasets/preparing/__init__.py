"""The steps that make a corpus of the tunes of the page."""
