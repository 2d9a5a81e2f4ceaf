"""What of a tune is known already."""
