"""How new the takes of the list are."""
