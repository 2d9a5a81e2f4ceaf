"""Notes played on keys, written into a field."""
