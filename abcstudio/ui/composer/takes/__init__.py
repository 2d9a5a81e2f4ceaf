"""Asking the network for takes: the form, the session, the list of what it wrote."""
