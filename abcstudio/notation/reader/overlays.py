"""Voice overlays: `&` lets another voice sound with measures already written (ABC 2.1, 7.4).

Each `&` goes back by one bar line; `(& ... & ... &)`, a form of other programs, marks the place to
go back to. The music of an overlay is a voice of its own, silent where nothing is overlaid.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from abcstudio.notation.limits import MAX_OVERLAYS
from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.reader.voice.voice_builder import Item, VoiceBuilder
from abcstudio.notation.score import (
    BarLine,
    KeyChange,
    LineBreak,
    MeterChange,
    PartLabel,
    TransposeChange,
    VariantEnding,
)
from abcstudio.notation.spans import Span
from abcstudio.stopping import stoppable

# Looked through for the first note of a measure that an overlay begins in.
_MOST_SIGNS_BEFORE_NOTE = 64
_COPIED = (KeyChange, LineBreak, MeterChange, PartLabel, TransposeChange, VariantEnding)


@dataclass(slots=True, kw_only=True)
class _Overlay:
    """One overlay voice, how far it follows its main voice's items, and how long both are there."""

    voice: VoiceBuilder
    main: VoiceBuilder
    followed: int = 0
    main_length: Fraction = Fraction(0)
    counted: int = 0
    length: Fraction = Fraction(0)
    place: int = 0
    begun: int = -1
    looked_at: int = 0

    @property
    def is_followed_by_music(self) -> bool:
        """Whether the main voice has a note or rest that the overlay has not passed yet."""
        items, index = self.main.items, max(self.looked_at, self.followed)
        while index < len(items) and not isinstance(items[index], TimedDraft):
            index += 1
        self.looked_at = index
        return index < len(items)

    def follow(self, upto: int) -> None:
        """Repeat the main voice's structure up to one of its items, its notes as silence."""
        for item in stoppable(self.main.items[self.followed : upto]):
            self._follow_item(item)
        self.followed = max(upto, self.followed)
        self.fill()

    def follow_measure(self, at: Span | None = None) -> bool:
        """Repeat the main voice's structure past its next bar line; False when none is left.

        The bar line is written `at` a place of its own.
        """
        items = self.main.items
        while self.followed < len(items):
            item = items[self.followed]
            self.followed += 1
            if isinstance(item, BarLine):
                self._follow_item(item if at is None else replace(item, span=at))
                return True
            if not self._weave(item):
                self._follow_item(item)
        self.fill()
        return False

    def _weave(self, item: Item) -> bool:
        """Put an ending that begins within a measure between the overlay's own notes there.

        False where there is no note of the overlay after its place, so that it just follows.
        """
        if not isinstance(item, VariantEnding):
            return False
        items, onset, place = self.voice.items, self.length, self.counted
        while place < len(items) and onset < self.main_length:
            each = items[place]
            onset += each.duration if isinstance(each, TimedDraft) else 0
            place += 1
        if place == len(items) or onset != self.main_length:
            return False
        items.insert(place, item)
        return True

    def fill(self) -> None:
        """Add silence until the overlay is as long as what it follows."""
        items = self.voice.items
        for item in items[self.counted :]:
            if isinstance(item, TimedDraft):
                self.length += item.duration
        self.counted = len(items)
        missing = self.main_length - self.length
        if missing > 0:
            self.voice.add_silence(TimedDraft(self.place, self.place, missing, []))
            self.length += missing
            self.counted += 1

    def _follow_item(self, item: Item) -> None:
        if isinstance(item, TimedDraft):
            self.main_length += item.duration
            self.place = item.end
        elif isinstance(item, BarLine):
            self.fill()
            self.voice.add_bar_line(item)
        elif isinstance(item, _COPIED):
            self.fill()
            self.voice.add(item)


class Overlays:
    """Keeps each overlay in step with its main voice: same bar lines, else silence."""

    def __init__(self, make_voice: Callable[[str], VoiceBuilder | None]) -> None:
        self._make_voice = make_voice
        self._all: dict[str, list[_Overlay]] = {}
        self._current: _Overlay | None = None
        self._mark: int | None = None

    def __bool__(self) -> bool:
        return bool(self._all) or self._mark is not None

    def is_open(self) -> bool:
        """Whether an overlay is being read."""
        return self._current is not None

    @property
    def is_marked(self) -> bool:
        """Whether a `(&` waits for its `&)`."""
        return self._mark is not None

    def mark(self, voice: VoiceBuilder) -> None:
        """Remember where the next `&` goes back to: `(&`."""
        self._mark = len(voice.items)

    def begin(self, voice: VoiceBuilder, bar_lines: int) -> VoiceBuilder | None:
        """Return the voice that the music after `&` goes to; None beyond the limits."""
        if self._current is not None:
            self._current.follow_measure()
        self._current = None
        start = self._mark
        if start is None:
            starts = voice.measure_starts
            back = bar_lines if voice.has_music_in_measure else bar_lines + 1
            start = starts[max(0, len(starts) - back)]
        start = _music_from(voice.items, start)
        overlay = self._free(voice, start)
        if overlay is None:
            return None
        overlay.voice.adopt(voice)
        overlay.follow(start)
        self._current = overlay
        return overlay.voice

    def end_measure(self, at: Span) -> bool:
        """Take a bar line; True when it belongs to the overlay alone, False when to the voice."""
        overlay = self._current
        if overlay is None:
            return False
        was_written = overlay.follow_measure(at)
        if not was_written or not overlay.is_followed_by_music:
            self._current = None
        return was_written

    def end(self) -> None:
        """Return to the main voice."""
        if self._current is not None:
            self._current.follow(len(self._current.main.items))
        self._current = None
        self._mark = None

    def finish(self) -> None:
        """Let every overlay follow its main voice to the end."""
        self.end()
        for overlays in self._all.values():
            for overlay in overlays:
                overlay.follow(len(overlay.main.items))

    def notes_since(self, voice: VoiceBuilder, items: Sequence[Item], start: int) -> list[Item]:
        """Return the overlays' notes after a place in the text, with bar lines not in `items`."""
        bar_lines = {item.span for item in items if isinstance(item, BarLine)}
        found: list[Item] = []
        for overlay in self._all.get(voice.voice_id, ()):
            for item in reversed(overlay.voice.items):
                if place_of(item) < start:
                    break
                if (isinstance(item, TimedDraft) and item.notes) or (
                    isinstance(item, BarLine) and item.span not in bar_lines
                ):
                    found.append(item)
        return found

    def has_any(self, voice: VoiceBuilder) -> bool:
        """Whether a voice has been overlaid."""
        return voice.voice_id in self._all

    def _free(self, main: VoiceBuilder, start: int) -> _Overlay | None:
        """Return an overlay that is silent from an item of its main voice on, made if need be."""
        overlays = self._all.setdefault(main.voice_id, [])
        for overlay in overlays:
            if overlay.followed <= start and overlay.begun != start:
                overlay.begun = start
                return overlay
        if len(overlays) >= MAX_OVERLAYS:
            return None
        made = self._make_voice(f"{main.voice_id}&{len(overlays) + 1}")
        if made is None:
            return None
        made.overlay_of = main.voice_id
        overlays.append(_Overlay(voice=made, main=main, begun=start))
        return overlays[-1]


def place_of(item: Item) -> int:
    """Return where in the text an item begins."""
    return item.start if isinstance(item, TimedDraft) else item.span.start


def _music_from(items: Sequence[Item], start: int) -> int:
    """Return where the music after a bar line begins: the start of an ending comes before it."""
    for index in range(start, min(len(items), start + _MOST_SIGNS_BEFORE_NOTE)):
        if isinstance(items[index], TimedDraft):
            return index
    return start
