"""What the jury says of a take."""
