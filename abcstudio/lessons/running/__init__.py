"""Typed code, run in a process of its own within limits."""
