"""Steps of the lab that need a network."""
