"""The page of tunebooks."""
