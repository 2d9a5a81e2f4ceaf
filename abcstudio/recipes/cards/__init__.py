"""What a person judges a model by."""
