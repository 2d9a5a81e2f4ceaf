"""Chosen measures composed anew by the network."""
