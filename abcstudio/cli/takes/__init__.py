"""The commands about takes of the history."""
