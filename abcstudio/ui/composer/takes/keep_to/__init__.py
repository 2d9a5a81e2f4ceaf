"""What takes are to keep to."""
