"""The catalogue of collections that can be fetched."""
