"""The words that may follow `%%MIDI`: those that are followed, which an editor offers, and others.

All are of abc2midi's guide or of other players.
"""

from collections.abc import Sequence

FOLLOWED = (
    "program", "transpose", "chordprog", "bassprog", "chordvol", "bassvol", "gchord", "gchordon",
    "gchordoff", "gchordbars", "chordname", "drum", "drumon", "drumoff", "drumbars", "drone",
    "droneon", "droneoff", "beat", "beatmod", "beatstring", "beataccents", "nobeataccents",
    "grace", "gracedivider", "channel", "voice", "drummap", "rtranspose", "c", "barlines",
    "nobarlines",
)  # fmt: skip
"""Those that our player follows, the ones that are wanted most first."""

WITHOUT_VALUES = frozenset(
    {
        "gchordon", "gchordoff", "drumon", "drumoff", "droneon", "droneoff", "beataccents",
        "nobeataccents", "barlines", "nobarlines",
    }
)  # fmt: skip

_KNOWN = {
    *FOLLOWED,
    *"""
    bassoctave bendstring bendvelocity chordattack chordoctave chordspread control controlcombo
    controlstring deltaloudness drumintro drumvol expand fermatafixed fermataproportional
    makechordchannels noportamento octave pitchbend portamento ptstress randomchordattack ratio snt
    stressmodel swing temperament temperamentlinear temperamentnormal trim tuningsystem tuninsystem
    vocalbits vol volinc
    """.split(),  # noqa: SIM905
}


def unknown_midi_word(words: Sequence[str]) -> str | None:
    """Return the first command of a `%%MIDI` line that no player supports; None for none.

    Args:
        words: What stands after `%%MIDI`; an inline field can hold several commands, each after
            another `MIDI`.
    """
    for before, word in zip(("MIDI", *words), words, strict=False):
        if word.startswith("%"):
            return None
        if before == "MIDI" and word != "MIDI" and word.lower() not in _KNOWN:
            return word
    return None
