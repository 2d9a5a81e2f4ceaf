"""Models looked at one by one, on their card."""
