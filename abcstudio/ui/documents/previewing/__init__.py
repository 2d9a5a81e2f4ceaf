"""Known tunes that are only looked at: one tab for all of them."""
