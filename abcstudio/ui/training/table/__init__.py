"""All training runs in a table."""
