"""What is composed on its way into the window."""
