"""Sound: `Score` in; `Performance`, MIDI files, PCM frames and a transport out. No Qt."""
