"""`abcstudio export`: tunes as a score, MIDI, MusicXML, sound or ABC; a tunebook as one PDF."""

import argparse
import sys
from pathlib import Path
from typing import Any

from tqdm import tqdm

from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import number_between
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.scores import add_score_options, say_error, say_lost, score_options, write_books
from abcstudio.errors import CorpusError
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import DEFAULT_INSTRUMENT, INSTRUMENTS
from abcstudio.recipes.export import FORMATS, ExportOptions, ExportResult, export_file

MIN_TEMPO, MAX_TEMPO = 10, 1000

EXAMPLES = """examples:
  abcstudio export --format mid --out-dir midi mine.abc
  abcstudio export --format wav --instrument fiddle --tempo 90 --out-dir sound mine.abc
  abcstudio export --format mid --plain --out-dir midi *.abc
  abcstudio export --format flac --per-voice --out-dir voices band.abc
  abcstudio export --format musicxml --out-dir scores mine.abc
  abcstudio export --format pdf --book --title "My tunes" --paper letter mine.abc
  abcstudio export --format png --resolution 300 --out-dir pictures mine.abc

A file that holds several tunes gives STEM.mid, STEM-2.mid and so on; further sheets of a
picture are STEM-p2.png and so on. --book gives one PDF a file, with title page, contents and
an index of the first measures. In SVG, the group of a note has the id n-OFFSET: the place of
its first character in its tune's text.
exit codes: 0 all written, 1 some tune lost (named), 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "export",
        help="write tunes as a score, MIDI, MusicXML, sound or ABC",
        description="Write each tune of ABC files as a file of its own, or all of them as a book.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("--out-dir", type=Path, default=Path(), metavar="DIR", help="(here)")
    parser.add_argument("--plain", action="store_true",
                        help="as written: no grace notes, swing or accompaniment")  # fmt: skip
    parser.add_argument("--instrument", choices=sorted(INSTRUMENTS), default=DEFAULT_INSTRUMENT)
    parser.add_argument("--tempo", type=number_between(MIN_TEMPO, MAX_TEMPO), metavar="BPM",
                        help="quarter notes a minute")  # fmt: skip
    parser.add_argument("--per-voice", action="store_true",
                        help="MIDI and sound: a file for each voice, STEM-v1.mid ...")  # fmt: skip
    parser.add_argument("--sound-font", type=Path, metavar="FILE", help="another .sf2 for sound")
    add_score_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Export every file, also after one that cannot be used."""
    if options.book:
        return write_books(options)
    outcome = DONE
    how = ExportOptions(
        plain=options.plain,
        instrument=options.instrument,
        sound_font=options.sound_font or bundled_sound_font(),
        quarters_per_minute=options.tempo,
        score=score_options(options),
        per_voice=options.per_voice,
    )
    hidden = not sys.stderr.isatty()
    with tqdm(unit="tune", file=sys.stderr, disable=hidden) as bar, interruptible() as should_stop:

        def show(result: ExportResult) -> None:
            bar.update()
            for path in (result.path, *result.more_paths):
                if path:
                    bar.write(str(path), file=sys.stdout)

        for path in options.files:
            try:
                results = export_file(path, options.format, options.out_dir, how, show, should_stop)
            except CorpusError as error:
                say_error(error)
                outcome = UNUSABLE
                continue
            lost = [result for result in results if result.error]
            for result in lost:
                if result.error:
                    say_lost(path, result.number, result.title, result.error)
            outcome = max(outcome, FAILED if lost else DONE)
    return outcome
