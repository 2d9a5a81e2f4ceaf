"""Where music meets the network: takes, their origin, what a model reads."""
