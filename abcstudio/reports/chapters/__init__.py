"""What a report says of lessons or runs, a chapter a file."""
