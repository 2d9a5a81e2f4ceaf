"""What the tracks of the accompaniment are called; a MIDI file names them in English."""

from PySide6.QtCore import QCoreApplication


def track_name(name: str, *, is_backing: bool) -> str:
    """Return what to call a track; a voice has the name that the tune gives it."""
    translate = QCoreApplication.translate
    names = {
        "Bass": translate("TrackNames", "Bass"),
        "Chords": translate("TrackNames", "Chords"),
        "Drums": translate("TrackNames", "Drums"),
        "Drone": translate("TrackNames", "Drone"),
    }
    return names.get(name, name) if is_backing else name
