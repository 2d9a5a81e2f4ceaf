"""Tunes on their way out: sound, scores, books, paper."""
