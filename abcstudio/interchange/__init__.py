"""Other programs' files: `Score` in, MusicXML out; MIDI files in, ABC text out. No Qt."""
