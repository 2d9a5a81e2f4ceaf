"""Where music meets the network: takes and where they came from."""
