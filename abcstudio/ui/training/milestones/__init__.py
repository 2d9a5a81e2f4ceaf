"""What the network wrote along its curve, one step at a time."""
