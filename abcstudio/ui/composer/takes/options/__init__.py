"""What few people need to change of a wish: from the seed to how the network is sampled."""
