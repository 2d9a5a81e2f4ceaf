"""Collections fetched from where they are published."""
