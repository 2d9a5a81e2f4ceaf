"""The page where tunes are made; what stands on it has rooms of its own below."""
