"""The window: thin Qt views that show state, emit requests, hold no rules."""
