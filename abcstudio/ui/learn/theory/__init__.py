"""Pages of theory, each with its question."""
