"""What a person is told when the program fails."""
