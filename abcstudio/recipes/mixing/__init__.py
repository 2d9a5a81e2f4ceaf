"""Models opened for composing, alone or mixed."""
