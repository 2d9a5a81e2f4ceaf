"""Tests of the one running studio of a home."""
