"""What of a wish few people need to change: the seed, and how the network is sampled."""
