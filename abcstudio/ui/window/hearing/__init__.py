"""What networks wrote while they learned, made heard by the window."""
