"""What plays along: chords, drums, drone."""
