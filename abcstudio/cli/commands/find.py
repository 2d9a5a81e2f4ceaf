"""`abcstudio find`: which tunes have a title or a melody, and where."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.cli.commands.encoding_option import add_encoding, encodings_of
from abcstudio.cli.inputs import remarks_on, tell
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.corpus.key_words import key_in_words, short_key
from abcstudio.corpus.sources import SourceReading, read_parts, read_source
from abcstudio.guarded_files import is_file
from abcstudio.messages import Phrase, english
from abcstudio.paths import (
    all_sources_file,
    bundled_tunebook,
    melodies_of_source,
    settings_file,
)
from abcstudio.recipes.finding.all_sources import numbered_by_file, parts_of_all
from abcstudio.recipes.finding.found_place import FoundPlace, with_twins
from abcstudio.recipes.finding.read_as import ReadAs
from abcstudio.recipes.finding.recording_names import is_recording
from abcstudio.settings import load_settings

if TYPE_CHECKING:
    from abcstudio.recipes.finding.melody_query import MelodyQuery
    from abcstudio.recipes.finding.source_melodies import SourceMelodies

MAX_TUNES = 100
_TUNES = 5

DESCRIPTION = """Find tunes by their title, in any spelling: accents, apostrophes, articles, Mac or
Mc and a wrong letter are forgiven. Or find the tunes that have a melody, in any key and unit note
length; a note that is wrong, missing or added is forgiven, and so are lengths. Bar lines, grace
notes and ornaments play no part. Four notes are needed, eight or more are best; of a longer melody
the first 64 notes are looked for. Or find the tunes that a recording may be: a WAV, MP3, FLAC, Ogg,
Opus or MIDI file of somebody playing, at any tempo."""

EXAMPLES = """examples:
  abcstudio find "drowsy magie"
  abcstudio find "GABd e2dB"
  abcstudio find "F# A B d"
  abcstudio find "66 69 71 74"
  abcstudio find "*UDUURDDU"
  abcstudio find "K:D
  dfa fed A2z"
  abcstudio find mine.abc --limit 1
  abcstudio find session.wav
  abcstudio find "B2A2 G2AB" --in my-tunes --json
  abcstudio find session.wav --all-sources

Notes as ABC, with header lines or without: then they are read in the key that fits, which is said.
Lengths and octaves may be left out. Or note names (F# A Bb, F#4), numbers of a scale (1 2 3 5),
MIDI numbers, semitones up and down (+2 -4 0), or a contour (*UDR: up, down, repeated). Or a file of
tunes, each of which is looked for. Or a recording, of which a minute is listened to.
exit codes: 0 found, 1 no tune has it, 2 a file cannot be used or the melody is too short
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "find",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("melody", metavar="TITLE|ABC|FILE",
                        help="a title, notes, a file of tunes, or a recording")  # fmt: skip
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--in", type=Path, dest="tunebook", metavar="TUNEBOOK",
                       help="a file or folder of tunes; those in the box if none")  # fmt: skip
    where.add_argument("--all-sources", action="store_true",
                       help="the tunes in the box and all sources of the window")  # fmt: skip
    add_encoding(parser)
    parser.add_argument("--limit", type=whole_number_between(1, MAX_TUNES), default=_TUNES,
                        metavar="N", help="so many tunes at most (%(default)s)")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look for the melody, or for each one of the file."""
    if is_recording(options.melody):
        return _run_recording(options)
    with interruptible():
        asked = _asked(options.melody)
        melodies = _melodies(options)
        answers = [(one, with_twins(one.places(melodies, options.limit))) for one in asked]
    found = [(one.name, places) for one, places in answers if places or not one.is_short]
    for one, places in answers:
        if one.is_short and not places:
            say(english("finding.too_short", {"text": one.name}))
    if options.json:
        put(json.dumps([_data(name, places) for name, places in found], indent=1))
    else:
        _say_readings(answers)
        for name, places in found:
            _print(name, places, is_one=len(asked) == 1)
    if len(found) < len(asked):
        return UNUSABLE
    return DONE if any(places for _, places in found) else FAILED


def _run_recording(options: argparse.Namespace) -> int:
    """Look for what a recording may be."""
    from abcstudio.recipes.finding.recordings import hear

    with interruptible():
        heard = hear(Path(options.melody))
        found = _melodies(options).find_recording(heard, options.limit)
    places = with_twins(found.places)
    if options.json:
        put(json.dumps([{**_data(options.melody, places), "heard": found.text}], indent=1))
    else:
        _print(options.melody, places, is_one=True)
    return DONE if places else FAILED


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for.

    Attributes:
        name: What it is called.
        query: Its notes.
        typed: What was typed, which may be a title; "" for a tune of a file.
    """

    name: str
    query: "MelodyQuery"
    typed: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is no title and has too few notes."""
        from abcstudio.recipes.finding.contour_text import is_words
        from abcstudio.recipes.finding.source_melodies import missing_notes

        return bool(missing_notes(self.query)) and not is_words(self.typed)

    def places(self, melodies: "SourceMelodies", limit: int) -> tuple[FoundPlace, ...]:
        """Return what is found."""
        from abcstudio.recipes.finding.typed_search import find_typed

        if self.typed:
            return find_typed(melodies, self.typed, self.query, limit)
        return () if self.is_short else melodies.find(self.query, limit)


def _asked(melody: str) -> list[_Asked]:
    """Return what is looked for: what was typed, or each tune of a file."""
    from abcstudio.recipes.finding.melody_query import read_query

    path = Path(melody) if "\n" not in melody else None
    if path is None or not _is_file(path):
        return [_Asked(melody, read_query(melody), melody)]
    reading = read_source(path)
    tell(remarks_on(path, reading), as_json=False)
    return [
        _Asked(f"{path}:{tune.number} {tune.title}".rstrip(), read_query(tune.standalone_text))
        for tune in reading.tunes
    ]


def _is_file(path: Path) -> bool:
    """Whether an argument names a file; notes may look like the name of one that is not there."""
    try:
        return is_file(path) or path.suffix.lower() == ".abc"
    except (OSError, ValueError):
        return False


def _melodies(options: argparse.Namespace) -> "SourceMelodies":
    from abcstudio.recipes.finding.source_melodies import SourceMelodies

    if options.all_sources:
        source, reading = all_sources_file(), _all_sources(options)
    else:
        source = (options.tunebook or bundled_tunebook()).absolute()
        encodings = encodings_of(options, source)
        reading = read_source(source, encodings=encodings)
    tell(remarks_on(source, reading), as_json=False)
    tunes = tuple(numbered_by_file(reading.tunes))
    with ProgressBar("tune", hidden=options.json) as bar:
        return SourceMelodies.load(tunes, melodies_of_source(source), bar.show)


def _all_sources(options: argparse.Namespace) -> SourceReading:
    """Read the bundled tunebook and every source listed in the window."""
    settings = load_settings(settings_file())
    parts = parts_of_all(bundled_tunebook(), map(Path, settings.sources))
    encodings = dict(settings.source_encodings)
    for part in parts:
        encodings |= encodings_of(options, Path(part.path))
    return read_parts(parts, all_sources_file(), encodings)


def _say_readings(answers: Sequence[tuple[_Asked, Sequence[FoundPlace]]]) -> None:
    """Say in which key what was typed was found, or as what else than ABC it was read."""
    from abcstudio.recipes.finding.found_place import reading_words
    from abcstudio.recipes.finding.typed_search import as_found

    for one, places in answers:
        reading = as_found(one.query, places).reading
        if one.typed and reading is not None and any(place.reading for place in places):
            key = key_in_words(reading.keys[0]) if reading.keys else ""
            if key or reading.kind is not ReadAs.ABC:
                say(f"{reading_words(reading, key)}.")


def _print(name: str, places: Sequence[FoundPlace], *, is_one: bool) -> None:
    if not is_one:
        put(name)
    if not places:
        put(english("finding.nothing", {"text": name}))
    for number, place in enumerate(places, start=1):
        put(f"{number:3}  {_row(place)}")


def _row(place: FoundPlace) -> Phrase:
    from abcstudio.recipes.finding.found_place import name_words

    also = ", ".join(place.files[1:])
    words: dict[str, object] = {
        "title": name_words(place.tune),
        "place": place.place,
        "key": short_key(place.tune.key),
        "likeness": place.likeness,
        "pitch": place.pitch,
    }
    row = Phrase("finding.title_row" if place.is_title else "finding.row", words)
    return Phrase("finding.also_in", {"row": row, "files": also}) if also else row


def _data(name: str, places: Sequence[FoundPlace]) -> dict[str, object]:
    return {"melody": name, "found": [_place_data(place) for place in places]}


def _place_data(place: FoundPlace) -> dict[str, object]:
    return {
        "tune": place.tune.number,
        "title": place.tune.title,
        **({"files": [*place.files]} if place.files else {}),
        "origin": place.tune.origin,
        "key": place.tune.key,
        "matched": "title" if place.is_title else "melody",
        "measures": [] if place.is_title else [*place.measures],
        "score": round(place.score, 3),
        "semitones_higher": place.transposition,
    }
