"""Cleaning of the tunebooks in the box."""
