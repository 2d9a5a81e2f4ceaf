"""Sound: `Score` in; `Performance`, MIDI files, PCM frames, a transport out. No Qt."""
