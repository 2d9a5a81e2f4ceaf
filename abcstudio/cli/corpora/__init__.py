"""What a tunebook holds."""
