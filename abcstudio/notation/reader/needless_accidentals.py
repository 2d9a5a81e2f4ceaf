"""Hints at accidentals already in the key signature."""

from collections.abc import Iterator

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.score import Chord, KeyChange, Note
from abcstudio.notation.values.accidentals import alter_of
from abcstudio.stopping import stoppable

_NOTHING: frozenset[str] = frozenset()


def check_accidentals(
    measures: tuple[Measure, ...],
    key: KeySignature,
    text: str,
    log: DiagnosticLog,
) -> None:
    """Report accidentals of a voice that repeat its key signature, except courtesy accidentals.

    A courtesy accidental cancels another one on the same letter, in its own measure or the two
    before. Nothing is reported in the measure of a key change, in the next one, or under `K:none`.

    Args:
        measures: The measures of the voice.
        key: The key of the tune's header.
        text: The tune.
        log: Receives the hints.
    """
    altered, before = _NOTHING, _NOTHING
    is_new_key = False
    for measure in stoppable(measures):
        changes = [each.key for each in measure.elements if isinstance(each, KeyChange)]
        altered, before, long_before = _altered(measure, key), altered, before
        if key.tonic and not changes and not is_new_key:
            for note in _with_accidental(measure):
                if note.pitch.step not in altered | before | long_before:
                    _report(note, text, log)
        is_new_key = bool(changes)
        key = changes[-1] if changes else key


def _altered(measure: Measure, key: KeySignature) -> frozenset[str]:
    """Return the letters whose accidental in a measure differs from the key signature."""
    return frozenset(
        note.pitch.step
        for note in (*_with_accidental(measure), *_grace_notes(measure))
        if note.accidental and alter_of(note.accidental) != key.alter_of(note.pitch.step)
    )


def _with_accidental(measure: Measure) -> Iterator[Note]:
    for element in measure.elements:
        if isinstance(element, Chord):
            yield from (note for note in element.notes if note.accidental)


def _grace_notes(measure: Measure) -> Iterator[Note]:
    for element in measure.elements:
        if isinstance(element, Chord) and element.grace_notes is not None:
            yield from element.grace_notes.notes


def _report(note: Note, text: str, log: DiagnosticLog) -> None:
    start = note.span.start
    end = start + len(note.accidental)
    fix = removal(text, start, end)
    log.hint("accidental-needless", start, end, fix, accidental=note.accidental)
