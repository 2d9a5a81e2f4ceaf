"""Characters sampled from a network, one state after the other."""
