"""Inside the model: what it expects of the tune."""
