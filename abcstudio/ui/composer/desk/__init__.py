"""The tune under the hand: one place to read it, to check it, to change it."""
