"""The tunes of a text."""
