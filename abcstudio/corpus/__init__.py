"""Tunebooks as data: files and folders in, cleaned tunes, families and statistics out."""
