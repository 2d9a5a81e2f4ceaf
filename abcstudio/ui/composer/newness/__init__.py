"""What of the tune is known already."""
