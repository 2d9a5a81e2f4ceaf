"""Is MusicXML read as what it says?

Exports: random tunes of the corpora are written as MusicXML and read back; all that the score says
(notes, measures, order of play, endings, chords, words, lyrics, decorations) must be the same.
Corpus: MusicXML files of other programs are read by music21 too; measures (their lengths) and notes
(measure, offset, MIDI number, quarter notes, ties joined) must be the same in each staff. Prints
one JSON object; every file that differs is named with how.

    python benchmarks/musicxml_reading.py --exports 500
    python benchmarks/musicxml_reading.py --files music21/corpus/bach --count 300
"""

import argparse
import json
import random
import statistics
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import MusicXmlError
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.interchange.musicxml_reading.musicxml_tune import tune_from_musicxml
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Rest, Score, Voice
from abcstudio.paths import bundled_tunebook
from tests.unit.interchange.said_music import difference_of
from tests.unit.interchange.written_music import Head, joined

SUFFIXES = (".mxl", ".xml", ".musicxml")
FINEST = 4096
Staff = tuple[list[Fraction], list[tuple[Fraction, Fraction, Fraction]]]


def exports(count: int, seed: int) -> dict[str, Any]:
    """Read our own exports back."""
    tunes = random.Random(seed).sample(read_tunebook(bundled_tunebook()), count)
    different = []
    for tune in tunes:
        score = parse(tune.text)
        read = tune_from_musicxml(musicxml_text(score).encode())
        how = difference_of(score, parse(read.text))
        if how:
            different.append({"tune": tune.title, "difference": how})
    return {"tunes": count, "same": count - len(different), "different": different}


def files(paths: Iterable[Path], count: int, seed: int) -> dict[str, Any]:
    """Read the files of other programs, and let music21 read them."""
    found = [file for path in paths for file in path.rglob("*") if file.suffix in SUFFIXES]
    found = random.Random(seed).sample(sorted(found), min(count, len(found)))
    counts: Counter[str] = Counter()
    remarks: Counter[str] = Counter()
    different: list[dict[str, str]] = []
    ours_ms, theirs_ms = [], []
    for path in found:
        start = time.process_time()
        try:
            tune = tune_from_musicxml(path.read_bytes(), path.stem)
        except MusicXmlError as error:
            counts[error.message_id] += 1
            different.append({"file": path.name, "difference": error.message_id})
            continue
        middle = time.process_time()
        try:
            theirs = read_by_music21(path)
        except Exception as error:  # noqa: BLE001  whatever music21 raises, it cannot be compared
            counts["not read by music21"] += 1
            different.append({"file": path.name, "difference": f"music21: {error!r}"[:200]})
            continue
        ours_ms.append(1000 * (middle - start))
        theirs_ms.append(1000 * (time.process_time() - middle))
        remarks.update(remark.message_id for remark in tune.remarks)
        how = difference(read_by_us(parse(tune.text)), theirs)
        counts["different" if how else "same"] += 1
        if how:
            different.append({"file": path.name, "difference": how})
    return {
        "files": len(found),
        "counts": counts,
        "different": different,
        "remarks": remarks,
        "median_ms": round(statistics.median(ours_ms), 1),
        "music21_median_ms": round(statistics.median(theirs_ms), 1),
    }


def read_by_us(score: Score) -> list[Staff]:
    """Return the staves of a score: lengths of measures, and notes from the start."""
    full = [voice for voice in score.voices if voice.overlay_of is None]
    rows = [[voice] for voice in full]
    if score.layout is not None:
        by_id = {voice.voice_id: voice for voice in full}
        rows = [[by_id[name] for name in staff.voices] for staff in score.layout.staves]
        shown = {voice.voice_id for row in rows for voice in row}
        rows += [[voice] for voice in full if voice.voice_id not in shown]
    staves = []
    for row in rows:
        heads: list[Head] = []
        for voice in row:
            heads += _heads(voice)
            for overlay in score.voices:
                if overlay.overlay_of == voice.voice_id:
                    heads += _heads(overlay)
        lengths = [
            length
            for measure in split_measures(row[0], score.meter)
            for length in _lengths(measure)
        ]
        staves.append((lengths, _notes(heads)))
    return staves


def _lengths(measure: Measure) -> Iterator[Fraction]:
    """Yield the length of a measure in quarter notes; a long rest is several measures."""
    timed = [element for element in measure.elements if isinstance(element, Chord | Rest)]
    count = 1
    if len(timed) == 1 and isinstance(timed[0], Rest):
        count = max(1, timed[0].measures)
    for _ in range(count):
        yield _number(4 * measure.duration / count)


def _heads(voice: Voice) -> Iterator[Head]:
    held: set[tuple[str, int]] = set()
    for element in voice.elements:
        if isinstance(element, Rest):
            held = set()
        if isinstance(element, Chord):
            for note in element.notes:
                yield Head(
                    4 * element.onset,
                    4 * note.duration,
                    note.pitch.midi_number,
                    note.tied,
                    (note.pitch.step, note.pitch.octave) in held,
                )
            held = {(n.pitch.step, n.pitch.octave) for n in element.notes if n.tied}


def read_by_music21(path: Path) -> list[Staff]:
    """Return the staves that music21 finds in a file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from music21 import converter, stream

        read: Any = converter.parse(path, forceSource=True)
        score = read if isinstance(read, stream.Score) else next(iter(read.scores))
        return [_their_staff(part) for part in score.parts]


def _their_staff(part: Any) -> Staff:
    lengths, heads = [], []
    start = Fraction(0)
    for measure in part.getElementsByClass("Measure"):
        length = Fraction(measure.highestTime)
        lengths.append(_number(length))
        for element in measure.flatten().notes:
            if element.duration.isGrace or "Harmony" in element.classes:
                continue
            onset = start + Fraction(element.offset)
            for note in element.notes if hasattr(element, "notes") else (element,):
                tie = note.tie.type if note.tie is not None else ""
                pitch = note.displayPitch().ps if "Unpitched" in note.classes else note.pitch.ps
                heads.append(
                    Head(
                        onset,
                        Fraction(element.quarterLength),
                        Fraction(pitch),
                        tie in ("start", "continue"),
                        tie in ("stop", "continue"),
                    )
                )
        start += length
    return lengths, _notes(heads)


def _notes(heads: Iterable[Head]) -> list[tuple[Fraction, Fraction, Fraction]]:
    return sorted(
        (_number(onset), pitch, _number(duration)) for onset, duration, pitch in joined(heads)
    )


def _number(value: Fraction) -> Fraction:
    """Return a time as music21 keeps it, which rounds long sums."""
    return Fraction(round(value * FINEST), FINEST)


def difference(ours: list[Staff], theirs: list[Staff]) -> str:
    """Return in words how two readings differ first, "" when they are the same."""
    if len(ours) != len(theirs):
        return f"{len(ours)} staves, {len(theirs)} by music21"
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True), start=1):
        for index, (one, other) in enumerate(zip(our[0], their[0], strict=False), start=1):
            if one != other:
                return f"staff {number}, measure {index} lasts {one}, {other} by music21"
        if len(our[0]) > len(their[0]):
            return f"staff {number}: {len(our[0])} measures, {len(their[0])} by music21"
        if our[1] != their[1]:
            missing = [tuple(map(str, note)) for note in their[1] if note not in our[1]]
            added = [tuple(map(str, note)) for note in our[1] if note not in their[1]]
            return f"staff {number}: ours alone {added[:3]}, theirs alone {missing[:3]}"
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exports", type=int, default=0)
    parser.add_argument("--files", type=Path, nargs="*", default=[])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    report: dict[str, Any] = {}
    if arguments.exports:
        report["exports"] = exports(arguments.exports, arguments.seed)
    if arguments.files:
        report["files"] = files(arguments.files, arguments.count, arguments.seed)
    print(json.dumps(report, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
