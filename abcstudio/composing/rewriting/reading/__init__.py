"""A tune with a hole as a model reads it."""
