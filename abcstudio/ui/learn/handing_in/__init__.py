"""What students hand in, seen from both sides."""
