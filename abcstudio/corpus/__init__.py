"""Tunebooks as data: files, folders in; tunes, families, statistics out."""
