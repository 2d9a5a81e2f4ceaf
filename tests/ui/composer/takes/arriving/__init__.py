"""The list of takes and what stands beside it."""
