"""The tune at the caret: one place to read it, to check it, to change it."""
