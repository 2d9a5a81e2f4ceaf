"""Whole pieces of work on chosen measures of a tune."""
