"""What the command line finds by a melody."""
