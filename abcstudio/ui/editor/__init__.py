"""The text editor that knows ABC."""
