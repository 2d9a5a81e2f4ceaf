"""Do the changes of a tune keep its music?

Every tune of the corpora is written back, transposed by seven semitones each way and back (on a
sample by each other distance), written in double, half and other lengths and in other lines. What
sounds is compared note by note in a plain performance. Prints one JSON object: how many tunes were
tried, how many passed, how many changes were declined with a reason, and the names of the tunes
that did not pass.

    python benchmarks/edits.py --corpora irish.abc music21/corpus
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from pathlib import Path

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import EditError
from abcstudio.notation.editing.note_edits import move_octaves
from abcstudio.notation.editing.writer import write
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.line_edits import measures_per_line, modern_line_breaks
from abcstudio.notation.rewriting.note_lengths import (
    double_lengths,
    halve_lengths,
    with_unit_note_length,
)
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performing.performer import perform

ONE = Fraction(1)
Notes = list[tuple[Fraction, Fraction, Fraction, int]]


@dataclass
class Question:
    """One question and how the tunes answered it."""

    tried: int = 0
    kept: int = 0
    declined: int = 0
    lost: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def answer(self, name: str, is_kept: bool) -> None:
        """Count one tune."""
        self.tried += 1
        self.kept += is_kept
        if not is_kept:
            self.lost.append(name)

    def summary(self) -> dict[str, object]:
        """Return the figures."""
        share = round(self.kept / self.tried, 5) if self.tried else None
        return {
            "tried": self.tried,
            "kept": self.kept,
            "declined": self.declined,
            "share": share,
            "cpu_seconds": round(self.seconds, 1),
            "lost": self.lost[:20],
        }


def tunes_of(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield name and text of every tune."""
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("*.abc")):
            for tune in read_tunebook(file):
                yield f"{file.name}#{tune.number}", tune.text


def sounding(text: str) -> Notes:
    """Return what a plain performance plays: onset, length, pitch and voice."""
    performance = perform(parse(text), PLAIN)
    return [
        (note.onset_beats, note.duration_beats, note.pitch, note.voice)
        for note in performance.notes
    ]


def moved(notes: Notes, semitones: int) -> Notes:
    """Return notes so many semitones away."""
    return [(onset, length, pitch + semitones, voice) for onset, length, pitch, voice in notes]


def writes_back(text: str) -> bool:
    """Whether reading and writing changes no byte."""
    return write(parse(text)) == text


def moves_and_returns(text: str, notes: Notes, distances: Iterable[int]) -> bool:
    """Whether every note moves by each distance, and comes back."""
    for semitones in distances:
        there = transpose(text, semitones)
        if sounding(there) != moved(notes, semitones):
            return False
        if sounding(transpose(there, -semitones)) != notes:
            return False
    return True


def doubles_and_returns(text: str, notes: Notes) -> bool:
    """Whether doubled and halved lengths play the same notes over the longer and shorter time."""
    longer, shorter = double_lengths(text), halve_lengths(text)
    return (
        sounding(longer) == stretched(notes, Fraction(2))
        and sounding(shorter) == stretched(notes, Fraction(1, 2))
        and sounding(halve_lengths(longer)) == notes
        and sounding(double_lengths(shorter)) == notes
    )


def stretched(notes: Notes, by: Fraction) -> Notes:
    """Return notes at so many times the lengths."""
    return [(onset * by, length * by, pitch, voice) for onset, length, pitch, voice in notes]


def keeps_under_other_units(text: str, notes: Notes) -> bool:
    """Whether the tune sounds alike under `L:1/4` and `L:1/16`."""
    units = (Fraction(1, 4), Fraction(1, 16))
    return all(sounding(with_unit_note_length(text, unit)) == notes for unit in units)


def keeps_in_other_lines(text: str, notes: Notes) -> bool:
    """Whether four and three aligned measures a line sound alike, and stay so when asked again."""
    for count, align in ((4, False), (3, True)):
        relined = measures_per_line(text, count, align=align)
        if sounding(relined) != notes or measures_per_line(relined, count, align=align) != relined:
            return False
    return True


def keeps_without_old_breaks(text: str, notes: Notes) -> bool:
    """Whether the tune sounds alike with line ends for `!`."""
    return sounding(modern_line_breaks(text)) == notes


def octave_and_back(text: str, notes: Notes) -> bool:
    """Whether every note goes up an octave and comes back."""
    score = parse(text)
    if not notes:
        return True
    there = write(score, move_octaves(score, 1))
    back = parse(there)
    return (
        sounding(there) == moved(notes, 12)
        and sounding(write(back, move_octaves(back, -1))) == notes
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, nargs="+", required=True)
    parser.add_argument("--limit", type=int, help="a random sample of so many tunes")
    parser.add_argument("--every-distance", type=int, default=300, help="tunes for all of -11..11")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tunes = list(tunes_of(arguments.corpora))
    chance = random.Random(arguments.seed)
    if arguments.limit and len(tunes) > arguments.limit:
        tunes = chance.sample(tunes, arguments.limit)
    sample = {name for name, _ in chance.sample(tunes, min(arguments.every_distance, len(tunes)))}
    questions: dict[str, Question] = {}

    def ask(question: str, name: str, test: Callable[[], bool]) -> None:
        asked = questions.setdefault(question, Question())
        start = time.process_time()
        try:
            asked.answer(name, test())
        except EditError:
            asked.declined += 1
        asked.seconds += time.process_time() - start

    for name, text in tunes:
        notes = sounding(text)
        ask("written back byte for byte", name, partial(writes_back, text))
        ask("transposed by 7 and back", name, partial(moves_and_returns, text, notes, (7, -7)))
        ask("lengths doubled, halved and back", name, partial(doubles_and_returns, text, notes))
        ask("under another L:", name, partial(keeps_under_other_units, text, notes))
        ask("so many measures a line", name, partial(keeps_in_other_lines, text, notes))
        ask("line ends for old breaks", name, partial(keeps_without_old_breaks, text, notes))
        ask("an octave up and back", name, partial(octave_and_back, text, notes))
        if name in sample:
            every = [*range(-11, 0), *range(1, 12)]
            ask("transposed by -11 to 11", name, partial(moves_and_returns, text, notes, every))
    print(json.dumps({name: asked.summary() for name, asked in questions.items()}, indent=1))


if __name__ == "__main__":
    main()
