"""Voice overlays: `&` lets another voice sound with the measure before it (ABC 2.1, 7.4)."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.drafts import TimedDraft
from abcstudio.notation.limits import MAX_OVERLAYS
from abcstudio.notation.score import (
    BarLine,
    KeyChange,
    LineBreak,
    MeterChange,
    PartLabel,
    VariantEnding,
)
from abcstudio.notation.voice_builder import VoiceBuilder

_COPIED = (KeyChange, LineBreak, MeterChange, PartLabel, VariantEnding)


@dataclass(slots=True)
class _Overlay:
    """One overlay voice and how far it follows its main voice's items."""

    voice: VoiceBuilder
    main: VoiceBuilder
    followed: int = 0


class Overlays:
    """Keeps each overlay in step with its main voice: same bar lines, else silence.

    Attributes:
        current: The overlay that is being read, else None.
    """

    def __init__(self, make_voice: Callable[[str], VoiceBuilder | None]) -> None:
        self._make_voice = make_voice
        self._all: dict[str, _Overlay] = {}
        self._depth = 0
        self.current: _Overlay | None = None

    def begin(self, voice: VoiceBuilder) -> VoiceBuilder | None:
        """Return the voice that the music after `&` goes to; None beyond the limit of voices."""
        if self._depth >= MAX_OVERLAYS:
            return None
        main = voice
        if self.current is not None:
            main = self.current.main
            self._close_measure(self.current)
        self._depth += 1
        voice_id = f"{main.voice_id}&{self._depth}"
        overlay = self._all.get(voice_id)
        if overlay is None:
            made = self._make_voice(voice_id)
            if made is None:
                self.current = None
                return None
            made.overlay_of = main.voice_id
            overlay = self._all[voice_id] = _Overlay(made, main)
        overlay.voice.adopt(main)
        self._follow(overlay, main.measure_start)
        self.current = overlay
        return overlay.voice

    def end(self) -> VoiceBuilder | None:
        """Close the measure of the overlay; return the main voice, None if none was open."""
        self._depth = 0
        if self.current is None:
            return None
        main = self.current.main
        self._close_measure(self.current)
        self.current = None
        return main

    def finish(self) -> None:
        """Let every overlay follow its main voice to the end."""
        for overlay in self._all.values():
            self._follow(overlay, len(overlay.main.items))

    def _follow(self, overlay: _Overlay, upto: int) -> None:
        """Repeat the main voice's structure in the overlay, its notes as silence."""
        silence = Fraction(0)
        place = 0
        for item in overlay.main.items[overlay.followed : upto]:
            if isinstance(item, TimedDraft):
                silence += item.duration
                place = item.end
            elif isinstance(item, BarLine):
                _add_silence(overlay.voice, silence, place)
                silence = Fraction(0)
                overlay.voice.add_bar_line(item)
            elif isinstance(item, _COPIED):
                _add_silence(overlay.voice, silence, place)
                silence = Fraction(0)
                overlay.voice.add(item)
        _add_silence(overlay.voice, silence, place)
        overlay.followed = max(upto, overlay.followed)

    def _close_measure(self, overlay: _Overlay) -> None:
        """Fill the overlay's measure up to the length of the main voice's."""
        missing = overlay.main.measure_duration() - overlay.voice.measure_duration()
        _add_silence(overlay.voice, missing, overlay.main.end_of_music)
        overlay.followed = len(overlay.main.items)


def _add_silence(voice: VoiceBuilder, duration: Fraction, place: int) -> None:
    if duration > 0:
        voice.add_silence(TimedDraft(place, place, duration, []))
