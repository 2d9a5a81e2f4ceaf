"""What is made once the window has been painted."""
