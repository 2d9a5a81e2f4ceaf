"""The health of tunes at the command line."""
