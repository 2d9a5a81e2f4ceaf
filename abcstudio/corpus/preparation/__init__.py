"""A corpus to learn from, made of a source in steps."""
