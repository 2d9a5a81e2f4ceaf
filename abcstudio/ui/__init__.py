"""The window: thin Qt views that show state, emit wishes and hold no rules."""
