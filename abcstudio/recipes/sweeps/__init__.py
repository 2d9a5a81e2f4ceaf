"""The variants of a network, trained one after another."""
