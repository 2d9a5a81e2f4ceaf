"""Tunes exported or printed: sound, scores, books."""
