"""Reports gathered, written or packed."""
