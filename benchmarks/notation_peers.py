"""The ABC readers that a Python program could use instead, on the same tunes: how right, how fast.

A peer gives the notes of a tune as it should sound, repeats unrolled and ties joined, as the
oracle wants them: onset, duration, pitch, voice, in quarter notes. What a peer cannot read counts
as different, with its reason. Peers that are not installed are left out with a word.
"""

import importlib.util
import statistics
import time
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import ModuleType

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performing.performer import perform

PeerNote = tuple[Fraction, Fraction, int, int]
_FINEST = 1 << 14
_MIDDLE_C = 60


class UnreadableError(Exception):
    """A peer says that it does not read such a tune."""


@dataclass
class Peer:
    """What one peer made of the tunes.

    Attributes:
        read: Gives the reader's own form of a tune with its repeats unrolled; this is timed.
        notes_of: Gives the notes of that form.
    """

    name: str
    read: Callable[[str], object]
    notes_of: Callable[[object], list[PeerNote]]
    equal: int = 0
    tunes: int = 0
    unreadable: Counter[str] = field(default_factory=Counter)
    ratios: list[float] = field(default_factory=list)
    seconds: float = 0.0
    our_seconds: float = 0.0

    def try_tune(self, oracle: ModuleType, text: str, reference: list[PeerNote]) -> None:
        """Let the peer read one tune, compare it, and let our reader read the same beside it."""
        self.tunes += 1
        start = time.process_time()
        try:
            form = self.read(text)
            took = time.process_time() - start
            notes = self.notes_of(form)
        except Exception as error:  # noqa: BLE001  a peer may fail in any way
            self.unreadable[type(error).__name__] += 1
            return
        self.equal += bool(oracle.compare(reference, notes)["equal"])
        start = time.process_time()
        perform(parse(text), PLAIN)
        ours = time.process_time() - start
        self.seconds += took
        self.our_seconds += ours
        self.ratios.append(took / ours)

    def summary(self) -> dict[str, object]:
        """Return its shares and how many times longer it takes than we do."""
        return {
            "tunes": self.tunes,
            "equal": self.equal,
            "equal_share": round(self.equal / max(1, self.tunes), 5),
            "unreadable": dict(self.unreadable.most_common()),
            "times_slower_median": round(statistics.median(self.ratios or [0]), 1),
            "times_slower_in_all": round(self.seconds / (self.our_seconds or 1), 1),
        }


def compare_peers(oracle: ModuleType, texts: Sequence[str]) -> dict[str, object]:
    """Return what each installed peer makes of the tunes, and what we make of them."""
    peers = [make() for name, make in _MAKERS.items() if importlib.util.find_spec(name)]
    ours = 0
    for text in texts:
        reference = oracle.reference(text)["notes"]
        played = [
            (note.onset_beats, note.duration_beats, note.pitch, note.voice)
            for note in perform(parse(text), PLAIN).notes
        ]
        ours += bool(oracle.compare(reference, played)["equal"])
        for peer in peers:
            peer.try_tune(oracle, text, reference)
    missing = [name for name in _MAKERS if name not in {peer.name for peer in peers}]
    return {
        "tunes": len(texts),
        "our_equal_share": round(ours / max(1, len(texts)), 5),
        "not_installed": missing,
        **{peer.name: peer.summary() for peer in peers},
    }


def _music21() -> Peer:
    """Return music21 (BSD), a library for musicology."""
    import music21

    warnings.simplefilter("ignore")

    def read(text: str) -> object:
        stream = music21.converter.parse(text, format="abc")
        assert isinstance(stream, music21.stream.Score)
        return [part.expandRepeats() for part in stream.parts]

    def notes_of(parts: object) -> list[PeerNote]:
        assert isinstance(parts, list)
        return [
            (Fraction(note.offset), Fraction(note.quarterLength), pitch.midi, voice)
            for voice, part in enumerate(parts)
            for note in part.flatten().stripTies().notes
            if not isinstance(note, music21.harmony.ChordSymbol) and note.quarterLength
            for pitch in note.pitches
        ]

    return Peer("music21", read, notes_of)


def _abcnotes() -> Peer:
    """Return abcnotes (MIT), which reads single voices."""
    import abcnotes

    def read(text: str) -> object:
        tune = abcnotes.Tune(text, strict=False)
        fields = (abcnotes.BodyField, abcnotes.InlineField)
        voices = [token for token in tune.tokens if isinstance(token, fields)]
        if any(name == "voice" for name, _ in tune.fields) or any(
            token._text.strip("[]").startswith("V:") for token in voices
        ):
            raise UnreadableError("several voices")
        return tune.expand_repeats(strict=False)

    def notes_of(bars: object) -> list[PeerNote]:
        assert isinstance(bars, list)
        return _joined([token for bar in bars for token in bar], abcnotes)

    return Peer("abcnotes", read, notes_of)


def _joined(tokens: list[object], abcnotes: ModuleType) -> list[PeerNote]:
    """Return the tokens of abcnotes as timed notes: chords begin together, ties lengthen."""
    notes: list[PeerNote] = []
    tied: dict[int, int] = {}
    now = Fraction(0)
    chord: list[Fraction] | None = None
    tied_in_chord: dict[int, int] = {}
    for token in tokens:
        if isinstance(token, abcnotes.ChordBracket):
            if chord:
                now += chord[0]
                tied, tied_in_chord = tied_in_chord, {}
            chord = [] if chord is None else None
        elif isinstance(token, abcnotes.Rest):
            now += _beats(token)
            tied = {}
        elif isinstance(token, abcnotes.Note) and not token.grace:
            beats, pitch = _beats(token), _MIDDLE_C + token.pitch.abs_value
            place = tied.get(pitch)
            if place is None:
                place = len(notes)
                notes.append((now, beats, pitch, 0))
            else:
                onset = notes[place][0]
                notes[place] = (onset, now + beats - onset, pitch, 0)
            ties = {pitch: place} if token.tie else {}
            if chord is None:
                now += beats
                tied = ties
            else:
                chord.append(beats)
                tied_in_chord |= ties
    return notes


def _beats(token: object) -> Fraction:
    return Fraction(4 * token.abs_duration).limit_denominator(_FINEST)  # type: ignore[attr-defined]


_MAKERS: dict[str, Callable[[], Peer]] = {"music21": _music21, "abcnotes": _abcnotes}
