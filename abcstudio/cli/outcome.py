"""The exit codes of the command line."""

DONE = 0
FAILED = 1
UNUSABLE = 2
INTERRUPTED = 130
