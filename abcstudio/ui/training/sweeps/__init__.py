"""Variants of a network, trained one after another."""
