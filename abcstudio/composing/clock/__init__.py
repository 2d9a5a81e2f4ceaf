"""An automaton over the characters of ABC text that counts the time of its measures."""
