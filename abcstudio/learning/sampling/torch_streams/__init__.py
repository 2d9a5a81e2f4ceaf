"""Streams advanced by torch, on a processor or a GPU."""
