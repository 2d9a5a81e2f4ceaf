"""MIDI files, keyboards, ports."""
