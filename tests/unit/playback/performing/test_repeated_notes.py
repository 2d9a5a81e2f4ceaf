"""The same note played again is parted from the one before by a moment of silence."""

from dataclasses import replace
from fractions import Fraction

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN, Interpretation
from abcstudio.playback.performing.performer import perform


def gaps_ms(body: str, header: str = "", interpretation: Interpretation = MUSICIAN) -> list[float]:
    """Return how long each note is silent before the next of its voice, in order."""
    text = f"X:1\nM:4/4\nL:1/8\n{header}K:C\n{body}\n"
    performance = perform(parse(text), interpretation)
    found = []
    for note in performance.notes:
        end = note.onset_beats + note.duration_beats
        later = [
            other.onset_beats
            for other in performance.notes
            if other.voice == note.voice and other.onset_beats > note.onset_beats
        ]
        if later:
            silent = performance.seconds_at(min(later)) - performance.seconds_at(end)
            found.append(round(1000 * silent, 3))
    return found


@pytest.mark.parametrize("tempo", ["Q:1/4=60\n", "Q:1/4=120\n", "R:reel\n"])
def test_a_repeated_note_is_parted_by_25_ms_at_any_tempo(tempo: str) -> None:
    assert gaps_ms("CCDDE|", tempo) == pytest.approx([25, 0, 25, 0], abs=0.3)


def test_a_very_short_note_keeps_two_thirds_of_its_length() -> None:
    assert gaps_ms("L:1/64\n[L:1/64]CCD|", "Q:1/4=200\n") == pytest.approx([6.25, 0], abs=0.1)


def test_a_repetition_is_one_across_slurs_bars_and_repeats() -> None:
    unslurred = replace(MUSICIAN, slurs=False)
    found = gaps_ms("|:(CC)|C4:|", "Q:1/4=120\n", unslurred)
    assert found == pytest.approx([25] * 5, abs=0.1)


def test_ties_rests_and_other_pitches_are_left_alone() -> None:
    assert gaps_ms("C-C D z D|", "Q:1/4=120\n") == [0, 250]
    assert set(gaps_ms("CCDD|", interpretation=PLAIN)) == {0}
    assert set(gaps_ms("CCDD|", interpretation=replace(MUSICIAN, repeated_notes=False))) == {0}


def test_a_note_of_a_chord_that_comes_again_is_parted_alone() -> None:
    performance = perform(parse("X:1\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\n[CE][CG]|\n"))
    lengths = {(n.onset_beats, int(n.pitch)): n.duration_beats for n in performance.notes}
    assert lengths[Fraction(0), 60] == Fraction(19, 20)
    assert lengths[Fraction(0), 64] == 1
