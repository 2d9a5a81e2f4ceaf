"""Where a text comes from: a file that was read, a network that composed it."""
