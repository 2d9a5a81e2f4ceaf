"""Training runs beside each other."""
