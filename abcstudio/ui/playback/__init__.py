"""What is heard: the player of the window, loops, the piano, MIDI devices."""
