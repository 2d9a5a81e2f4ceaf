"""What the desktop is told while a network trains."""
