"""Tunebooks cleaned for the box. Scripts use it; the running program does not."""
