"""Is a tune found by its first two measures, typed as people type them?

    python benchmarks/typed_queries.py
    python benchmarks/typed_queries.py --tunes 60000 --kinds letters capitals
    python benchmarks/typed_queries.py --shorter
    python benchmarks/typed_queries.py --source my-tunes

The same 300 tunes for every kind, drawn at random from the bundled ones (or from `--source`). A
query is their music from the first note to the end of the second full measure, with `--shorter` to
the second bar line, of which a pickup has one; of a contour the first 15 notes. It is looked for
among all bundled tunes, or among `--tunes` that are made of them by changing a tenth of their
notes, as in `melody_search.py size`.

`exact_with_key` is the yardstick: the text as it is printed, with M:, L: and K:. No other kind has
a header, but for those `_with_key`, `transposed`, `one_wrong_note` and `one_left_out`. In
`wrong_case` a third of the letters is in the other octave.

`first`: the share in the first row, or with its score: tunes of one score count as one place.
`five`: the share among so many rows, or in the first place. `listed_`: the share in the first row,
among the first five, twenty, whatever the scores. Twenty rows are listed, as in the window.
Milliseconds are of the processor's time for reading the query and listing the tunes: the median
and the 95th percentile.

Bounds (first, five): bare ABC 0.97, 0.99; letters, names, numbers and equal lengths 0.85, 0.95;
capitals 0.60, 0.80; one left out 0.88, 0.96; contour among twenty 0.60; as before exact 0.98, 0.99,
transposed 1, 1, one wrong note 0.91, 0.95. At most 150 ms (95th percentile) with 60,000 tunes.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from melody_variants import with_other_notes

from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.corpus.sources import read_source, read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.notation.score import Chord
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.finding.melody_query import read_query
from abcstudio.recipes.finding.source_melodies import SourceMelodies

CONTOUR_NOTES = 15
FEWEST_NOTES = 6
ROWS = 20
LISTED = {"listed_first": 1, "listed_five": 5, "listed_twenty": ROWS}
ALTERS = {-2: "bb", -1: "b", 0: "", 1: "#", 2: "##"}
SIGNS = {-2: "__", -1: "_", 0: "=", 1: "^", 2: "^^"}


@dataclass(frozen=True, slots=True)
class Opening:
    """The first two measures of a tune, as printed and note by note.

    Attributes:
        header: Its `M:`, `L:` and `K:`.
        music: The measures as they are printed.
        places: Where each note stands in them.
        pitches: The highest pitch of each note, as it is spelled.
        signs: Its accidental, where one is written.
        contour: The MIDI numbers of the first fifteen notes of the tune.
        key: The key of the tune.
    """

    header: str
    music: str
    places: tuple[tuple[int, int], ...]
    pitches: tuple[Pitch, ...]
    signs: tuple[str, ...]
    contour: tuple[int, ...]
    key: KeySignature


def main() -> None:
    arguments = _arguments()
    tunes = _tunes(arguments.source)
    rng = random.Random(arguments.rng_seed)
    openings = _openings(tunes, rng, shorter=arguments.shorter)
    asked = list(islice(openings, arguments.queries))
    among = _many(tunes, arguments.tunes) if arguments.tunes else tunes
    with tempfile.TemporaryDirectory() as folder:
        melodies = SourceMelodies.load(among, Path(folder) / "melodies")
    kinds = {name: KINDS[name] for name in arguments.kinds or KINDS}
    figures = {name: ask(melodies, asked, kind, arguments) for name, kind in kinds.items()}
    source = str(arguments.source or "the bundled tunebook")
    print(json.dumps({"source": source, "tunes": len(among), "kinds": figures}, indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--kinds", nargs="*", choices=[*KINDS])
    parser.add_argument("--tunes", type=int, default=0, help="make so many of the bundled ones")
    parser.add_argument("--source", type=Path, help="a file or folder of tunes")
    parser.add_argument("--rng-seed", type=int, default=0)
    parser.add_argument("--shorter", action="store_true", help="a pickup is one of the measures")
    parser.add_argument("--missed", action="store_true", help="print queries that find nothing")
    return parser.parse_args()


def _tunes(source: Path | None) -> Sequence[Tune]:
    return read_source(source).tunes if source else read_tunebook(bundled_tunebook())


def _many(tunes: Sequence[Tune], count: int) -> Sequence[Tune]:
    rng = random.Random(0)
    return [
        replace(tune, text=with_other_notes(tune.text, rng)) if place >= len(tunes) else tune
        for place, tune in enumerate(islice(cycle(tunes), count))
    ]


def ask(
    melodies: SourceMelodies,
    asked: Sequence[tuple[int, Opening]],
    kind: "Kind",
    arguments: argparse.Namespace,
) -> object:
    """Return how well tunes are found by queries of one kind."""
    rng = random.Random(arguments.rng_seed)
    times: list[float] = []
    counts = dict.fromkeys(("first", "five", *LISTED), 0)
    for source, opening in asked:
        typed = kind(opening, rng)
        began = time.process_time()
        found = melodies.find(read_query(typed), ROWS)
        times.append(time.process_time() - began)
        row = next((at for at, one in enumerate(found) if one.tune is melodies.tunes[source]), ROWS)
        is_first = row < ROWS and found[row].score > found[0].score - 1e-9
        counts["first"] += is_first
        counts["five"] += is_first or row < 5
        for name, rows in LISTED.items():
            counts[name] += row < rows
        if arguments.missed and not (is_first or row < 5):
            print(repr(typed), repr(melodies.tunes[source].title), row, file=sys.stderr)
    slow = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    shares = {name: round(count / len(asked), 3) for name, count in counts.items()}
    return {**shares, "ms": [round(1000 * one, 1) for one in (statistics.median(times), slow)]}


def _openings(
    tunes: Sequence[Tune], rng: random.Random, *, shorter: bool
) -> Iterator[tuple[int, Opening]]:
    """Yield tunes with their opening, in an order of chance."""
    for place in rng.sample(range(len(tunes)), len(tunes)):
        opening = _opening(tunes[place], shorter=shorter)
        if opening is not None:
            yield place, opening


def _opening(tune: Tune, *, shorter: bool) -> Opening | None:
    score = parse(tune.text, tune.file_header)
    melody = next(iter(melodies_of(score)), ())
    last = 1 if shorter and melody and melody[0].measure == 0 else 2
    notes = [note for note in melody if note.measure <= last]
    chords = [
        element
        for element in score.voices[0].elements
        if isinstance(element, Chord) and element.notes
    ]
    by_place = {chord.span.start: chord for chord in chords}
    # Of tied notes the first is typed: its place is that of the melody's note.
    if len(melody) < CONTOUR_NOTES or len(notes) < FEWEST_NOTES:
        return None
    highest = [
        max(by_place[note.span.start].notes, key=lambda one: one.pitch.midi_number)
        for note in notes
    ]
    start, end = notes[0].span.start, notes[-1].span.end
    music = tune.text[start:end]
    if "\n" in music or "[K:" in music:
        return None
    signs = tuple(SIGNS[int(one.pitch.alter)] if one.accidental else "" for one in highest)
    return Opening(
        header=f"M:{score.meter.written}\nL:{_unit(tune.text)}\nK:{tune.key}\n",
        music=music,
        places=tuple((note.span.start - start, note.span.end - start) for note in notes),
        pitches=tuple(one.pitch for one in highest),
        signs=signs,
        contour=_contour(melody),
        key=score.key,
    )


def _unit(text: str) -> str:
    line = next((line for line in text.splitlines() if line.startswith("L:")), "L:1/8")
    return line[2:].strip()


def _contour(melody: Sequence[LineNote]) -> tuple[int, ...]:
    return tuple(note.pitch for note in melody[:CONTOUR_NOTES])


def _exact(opening: Opening, _rng: random.Random) -> str:
    return opening.header + opening.music


def _bare(opening: Opening, _rng: random.Random) -> str:
    return opening.music


def _transposed(opening: Opening, rng: random.Random) -> str:
    return transpose(f"X:1\n{_exact(opening, rng)}\n", rng.choice([-5, -3, -2, 2, 3, 5]))


def _wrong(opening: Opening, rng: random.Random) -> str:
    """Type another letter for one note."""
    start, end = rng.choice(opening.places)
    note = opening.music[start:end]
    at = next((at for at, sign in enumerate(note) if sign in "ABCDEFGabcdefg"), 0)
    letter = rng.choice([one for one in "DEFGABcdef" if one != note[at]])
    changed = note[:at] + letter + note[at + 1 :]
    return opening.header + opening.music[:start] + changed + opening.music[end:]


def _left_out(opening: Opening, rng: random.Random) -> str:
    start, end = rng.choice(opening.places)
    return opening.header + opening.music[:start] + opening.music[end:]


def _letter(pitch: Pitch, sign: str = "") -> str:
    if pitch.octave > 4:
        return sign + pitch.step.lower() + "'" * (pitch.octave - 5)
    return sign + pitch.step + "," * (4 - pitch.octave)


def _each_letter(opening: Opening, length: str = "") -> str:
    return "".join(
        _letter(pitch, sign) + length
        for pitch, sign in zip(opening.pitches, opening.signs, strict=True)
    )


def _letters(opening: Opening, _rng: random.Random) -> str:
    return _each_letter(opening)


def _letters_with_key(opening: Opening, _rng: random.Random) -> str:
    return f"K:{_key_line(opening)}\n{_each_letter(opening)}"


def _key_line(opening: Opening) -> str:
    return opening.header.partition("K:")[2].strip()


def _wrong_case(opening: Opening, rng: random.Random) -> str:
    """Type a third of the letters in the other octave, as ABC without a header."""
    typed = opening.music
    for (start, end), pitch in zip(opening.places, opening.pitches, strict=True):
        if pitch.octave in (4, 5) and rng.random() < 1 / 3:
            typed = typed[:start] + typed[start:end].swapcase() + typed[end:]
    return typed


def _equal(opening: Opening, _rng: random.Random) -> str:
    return _each_letter(opening, "2")


def _equal_with_key(opening: Opening, _rng: random.Random) -> str:
    return f"K:{_key_line(opening)}\n{_each_letter(opening, '2')}"


def _capitals(opening: Opening, _rng: random.Random) -> str:
    return "".join(
        sign + pitch.step for pitch, sign in zip(opening.pitches, opening.signs, strict=True)
    )


def _names(opening: Opening, _rng: random.Random) -> str:
    return " ".join(pitch.step + ALTERS[int(pitch.alter)] for pitch in opening.pitches)


def _names_with_octaves(opening: Opening, _rng: random.Random) -> str:
    return " ".join(
        f"{pitch.step}{ALTERS[int(pitch.alter)]}{pitch.octave}" for pitch in opening.pitches
    )


def _midi(opening: Opening, _rng: random.Random) -> str:
    return " ".join(str(int(pitch.midi_number)) for pitch in opening.pitches)


def _intervals(opening: Opening, _rng: random.Random) -> str:
    numbers = [int(pitch.midi_number) for pitch in opening.pitches]
    return " ".join(f"{after - before:+d}" for before, after in pairwise(numbers))


def _degrees(opening: Opening, _rng: random.Random) -> str:
    return " ".join(degree for degree, _ in _scale(opening))


def _degrees_with_octaves(opening: Opening, _rng: random.Random) -> str:
    marked = [
        degree + ("'" * octave if octave > 0 else "," * -octave)
        for degree, octave in _scale(opening)
    ]
    return " ".join(marked)


def _scale(opening: Opening) -> list[tuple[str, int]]:
    """Return the number of each note in the scale of its key, and in which octave it is."""
    tonic = opening.key.tonic[:1] or "C"
    first = STEPS.index(tonic)
    found: list[tuple[str, int]] = []
    for pitch in opening.pitches:
        place = 7 * pitch.octave + STEPS.index(pitch.step) - first
        alter = int(pitch.alter - opening.key.alter_of(pitch.step))
        found.append((ALTERS[alter] + str(place % 7 + 1), place // 7 - 4))
    return found


def _up_and_down(opening: Opening, _rng: random.Random) -> str:
    steps = pairwise(opening.contour)
    return "*" + "".join("RUD"[(after > before) - (after < before)] for before, after in steps)


Kind = Callable[[Opening, random.Random], str]
KINDS: dict[str, Kind] = {
    "exact_with_key": _exact,
    "transposed": _transposed,
    "one_wrong_note": _wrong,
    "one_left_out": _left_out,
    "bare_abc": _bare,
    "letters": _letters,
    "letters_with_key": _letters_with_key,
    "capitals": _capitals,
    "wrong_case": _wrong_case,
    "equal_lengths": _equal,
    "equal_lengths_with_key": _equal_with_key,
    "names": _names,
    "names_with_octaves": _names_with_octaves,
    "degrees": _degrees,
    "degrees_with_octaves": _degrees_with_octaves,
    "midi_numbers": _midi,
    "intervals": _intervals,
    "contour": _up_and_down,
}


if __name__ == "__main__":
    main()
