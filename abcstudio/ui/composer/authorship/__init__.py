"""Who wrote the text."""
