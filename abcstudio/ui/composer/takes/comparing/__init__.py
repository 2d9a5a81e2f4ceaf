"""Two takes side by side."""
