"""Text cut into lines, fields, tokens, each with its place."""
