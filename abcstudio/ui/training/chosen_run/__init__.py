"""The run that is chosen in the list: shown, compared, resumed, deleted."""
