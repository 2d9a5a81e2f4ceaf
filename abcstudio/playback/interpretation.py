"""What a player adds to the written notes: switches, each on where a musician expects it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """Switches of a performance.

    Attributes:
        grace_notes: Grace notes sound, taking their time from the note after them.
        grace_notes_before_beat: They take it from the note before them instead.
        rolls: An Irish roll is played as the note, a cut to it and a tap to it.
        trills: Trills, turns and mordents are played out.
        slides: A slide begins a semitone below its note.
        arpeggios: The notes of a broken chord enter one after the other.
        tremolos: A note with tremolo strokes is repeated.
        staccato: A note with a dot sounds half as long, one with a wedge a quarter.
        slurs: In a voice that has slurs, the notes outside them end a little early.
        repeated_notes: A note ends a moment before the same one is played again.
        breaths: A breath is taken from the end of the note before it.
        fermatas: All voices wait while a note under a fermata is held twice as long.
        dynamics: Loudness signs and hairpins are heard.
        accents: A note with an accent is louder.
        metric_stress: The first beat of a measure is a little louder.
        hornpipe_swing: Even eighths of a hornpipe, sixteenths where it runs in them, are played
            long and short, two to one.
        navigation: Da capo, dal segno, fine and coda are followed.
        skip_repeats: Each section is played once, with its last ending; a `P:` order is followed.
        chord_accompaniment: Chord symbols are played as a bass note and chords.
        drums: The drum patterns that a tune asks for are played (`%%MIDI drum`).
        drone: The drone that a tune asks for sounds (`%%MIDI drone`).
        rhythm_tempo: A tune without `Q:` is played as fast as its rhythm asks; else 120 quarters.
    """

    grace_notes: bool = True
    grace_notes_before_beat: bool = False
    rolls: bool = True
    trills: bool = True
    slides: bool = True
    arpeggios: bool = True
    tremolos: bool = True
    staccato: bool = True
    slurs: bool = True
    repeated_notes: bool = True
    breaths: bool = True
    fermatas: bool = True
    dynamics: bool = True
    accents: bool = True
    metric_stress: bool = True
    hornpipe_swing: bool = True
    navigation: bool = True
    skip_repeats: bool = False
    chord_accompaniment: bool = True
    drums: bool = True
    drone: bool = True
    rhythm_tempo: bool = True


MUSICIAN = Interpretation()
PLAIN = Interpretation(**dict.fromkeys((field.name for field in fields(Interpretation)), False))


# What belongs together where switches are shown; those that stand nowhere here are "notes".
_GROUPS = {
    "ornaments": (
        "grace_notes",
        "grace_notes_before_beat",
        "rolls",
        "trills",
        "slides",
        "arpeggios",
        "tremolos",
    ),
    "notes": (),
    "time": ("hornpipe_swing", "fermatas", "navigation", "skip_repeats", "rhythm_tempo"),
    "backing": ("chord_accompaniment", "drums", "drone"),
}


def switch_groups() -> dict[str, tuple[str, ...]]:
    """Return the names of all switches by what they concern, such as "time" or "backing"."""
    names = [field.name for field in fields(Interpretation)]
    elsewhere = {name for group in _GROUPS.values() for name in group}
    groups = {
        group: tuple(name for name in names if name in members)
        for group, members in _GROUPS.items()
    }
    return groups | {"notes": tuple(name for name in names if name not in elsewhere)}


def interpretation_of(choices: Mapping[str, bool]) -> Interpretation:
    """Return a musician's interpretation with some switches set otherwise.

    Args:
        choices: By the name of the switch; names that are none are passed over.
    """
    names = {field.name for field in fields(Interpretation)}
    return Interpretation(**{name: on for name, on in choices.items() if name in names})


def choices_of(interpretation: Interpretation) -> dict[str, bool]:
    """Return the switches that are set otherwise than a musician would, by name."""
    return {
        field.name: value
        for field in fields(Interpretation)
        if (value := getattr(interpretation, field.name)) != getattr(MUSICIAN, field.name)
    }
