"""The settings of the next run, as a form."""
