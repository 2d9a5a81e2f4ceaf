"""MusicXML files read as ABC tunes."""
