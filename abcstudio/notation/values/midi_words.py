"""The words that may follow `%%MIDI`: those of abc2midi's guide and of other players."""

from collections.abc import Sequence

_KNOWN = frozenset(
    """
    barlines bassoctave bassprog bassvol beat beataccents beatmod beatstring bendstring bendvelocity
    c channel chordattack chordname chordoctave chordprog chordspread chordvol control controlcombo
    controlstring deltaloudness drone droneoff droneon drum drumbars drumintro drummap drumoff
    drumon drumvol expand fermatafixed fermataproportional gchord gchordbars gchordoff gchordon
    grace gracedivider makechordchannels nobarlines nobeataccents noportamento octave pitchbend
    portamento program ptstress randomchordattack ratio rtranspose snt stressmodel swing temperament
    temperamentlinear temperamentnormal transpose trim tuningsystem tuninsystem vocalbits voice vol
    volinc
    """.split()  # noqa: SIM905
)


def unknown_midi_word(words: Sequence[str]) -> str | None:
    """Return the first command of a `%%MIDI` line that no player knows; None when all are known.

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
