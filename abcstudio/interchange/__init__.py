"""MusicXML and MIDI files to and from `Score`."""
