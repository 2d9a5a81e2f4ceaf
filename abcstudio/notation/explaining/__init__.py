"""What stands at a place, in a musician's words."""
