"""The health of the tunes of the page."""
