"""Scores on sheets of paper: books, PDF, PNG, SVG."""
