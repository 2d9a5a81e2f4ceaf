"""The texts that the last session had open, shown again."""
