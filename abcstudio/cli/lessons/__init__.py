"""The command of lessons."""
