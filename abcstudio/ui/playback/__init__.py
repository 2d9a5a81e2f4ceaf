"""What is heard: the player of the window, the bar that drives it."""
