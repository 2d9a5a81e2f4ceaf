"""The dialog of the report."""
