"""The piano, the MIDI output and the size of the scores."""

from PySide6.QtCore import QObject

from abcstudio.ui.playback.midi_sender import MidiSender
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.score.score_sizes import ScoreSizes
from abcstudio.ui.window.window_parts import WindowParts


class Players(QObject):
    """Sends to a MIDI port and shows a piano.

    Attributes:
        piano: Lies over the transport bar, for the window to lay out.
        sizes: Gives the scores of all pages one size.
    """

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        studio, actions, playback = parts.studio, parts.actions, parts.playback
        button = parts.transport.mixer_button
        self.midi_sender = MidiSender(studio, actions, playback.port, button)
        self.piano = PianoStrip(studio, actions, playback.live, playback.sounding)
        composer = parts.composer
        composer.use_piano(self.piano)
        score, link = parts.tune_parts.score, parts.tune_parts.link
        self.sizes = ScoreSizes(studio, actions, score, link.engraving)
