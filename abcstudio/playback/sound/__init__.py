"""A `Performance` turned into frames of sound: synthesizer, sound font, mix, metronome."""
