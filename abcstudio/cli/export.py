"""`abcstudio export`: tunes as a score, MIDI, MusicXML, sound, words or ABC; a book as PDF."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from abcstudio.cli.inputs import say_how_read
from abcstudio.cli.interruption import ends_at_once, interruptible
from abcstudio.cli.numbers import tempo_between
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.scores import (
    add_score_options,
    say_error,
    score_options,
    tune_lost,
    write_books,
)
from abcstudio.cli.targets import REPLACED
from abcstudio.errors import CorpusError, ExportError, SoundError
from abcstudio.messages import english
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.instruments import DEFAULT_INSTRUMENT, INSTRUMENTS
from abcstudio.recipes.export import FORMATS, ExportResult
from abcstudio.recipes.export_options import PLAYED_FORMATS, SOUND_FORMATS, ExportOptions
from abcstudio.recipes.export_run import ExportRun
from abcstudio.recipes.score_files import SCORE_FORMATS

MIN_TEMPO, MAX_TEMPO = 10, 1000
# The formats that an argument has a meaning for, where it has not for all.
_FORMATS_OF = {
    "plain": PLAYED_FORMATS,
    "instrument": PLAYED_FORMATS,
    "tempo": PLAYED_FORMATS,
    "per_voice": PLAYED_FORMATS,
    "sound_font": SOUND_FORMATS,
    "keep_level": SOUND_FORMATS,
    "paper": SCORE_FORMATS,
    "staff_mm": SCORE_FORMATS,
    "resolution": ("png",),
}

EXAMPLES = """examples:
  abcstudio export --format mid --out-dir midi mine.abc
  abcstudio export --format wav --instrument fiddle --tempo 90 --out-dir sound mine.abc
  abcstudio export --format wav --tempo 3/8=110 --out-dir sound jig.abc
  abcstudio export --format mid --plain --out-dir midi *.abc
  abcstudio export --format flac --per-voice --out-dir voices band.abc
  abcstudio export --format musicxml --out-dir scores mine.abc
  abcstudio export --format txt --out-dir words songs.abc
  abcstudio export --format pdf --book --title "My tunes" --paper letter mine.abc
  abcstudio export --format png --resolution 300 --out-dir pictures mine.abc

A file that holds several tunes gives STEM.mid, STEM-2.mid and so on; further sheets of a
picture are STEM-p2.png and so on. --book gives one PDF a file, with title page, contents and
an index of the first measures. In SVG, the group of a note has the id n-OFFSET: the place of
its first character in its tune's text.

Files that are there already are replaced, but never those that are read, or that the same run has
written: a/jig.abc and b/jig.abc give jig.mid and jig-2.mid. MIDI and sound last 60 minutes at
most.
exit codes: 0 all written, 1 some tune lost (named), 2 a file, a folder or a font cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "export",
        description="Write each tune of ABC files as a file of its own, or all of them as a book.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("--out-dir", type=Path, default=Path(), metavar="DIR",
                        help=f"(here); {REPLACED}")  # fmt: skip
    parser.add_argument("--plain", action="store_true",
                        help="as written: no grace notes, swing or accompaniment")  # fmt: skip
    parser.add_argument("--instrument", choices=sorted(INSTRUMENTS), default=DEFAULT_INSTRUMENT)
    parser.add_argument("--tempo", type=tempo_between(MIN_TEMPO, MAX_TEMPO), metavar="BPM",
                        help="quarter notes a minute, or another beat: 3/8=110")  # fmt: skip
    parser.add_argument("--per-voice", action="store_true",
                        help="MIDI and sound: a file for each voice, STEM-v1.mid ...")  # fmt: skip
    parser.add_argument("--sound-font", type=Path, metavar="FILE", help="another .sf2 for sound")
    parser.add_argument("--keep-level", action="store_true",
                        help="sound as loud as it is played, not brought to -16 LUFS")  # fmt: skip
    add_score_options(parser)
    parser.set_defaults(run=partial(run, parser=parser))


def run(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Export every file, also after one that cannot be used."""
    _refuse_meaningless(options, parser)
    if options.book:
        return write_books(options)
    printer = _Printer()
    hidden = not sys.stderr.isatty()
    with interruptible():
        how = ExportOptions(
            plain=options.plain,
            instrument=options.instrument,
            sound_font=options.sound_font or bundled_sound_font(),
            quarters_per_minute=options.tempo,
            score=score_options(options),
            per_voice=options.per_voice,
            is_levelled=not options.keep_level,
        )
        try:
            with ends_at_once():
                run = ExportRun(
                    options.files,
                    options.format,
                    options.out_dir,
                    options=how,
                    refuse=printer.refuse,
                    remark=say_how_read,
                )
        except (ExportError, SoundError) as error:
            # Its own sentence leads to the window's preferences.
            is_unread_font = error.message_id == "sound.font_unreadable"
            words = "file.unreadable" if is_unread_font else error.message_id
            say(english(words, error.parameters))
            return UNUSABLE
        with tqdm(total=run.tune_count, unit="tune", file=sys.stderr, disable=hidden) as bar:
            run.write(partial(printer.show, bar.update))
    return printer.outcome


def _refuse_meaningless(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """End the program where an argument would change nothing."""
    for name, formats in _FORMATS_OF.items():
        is_given = getattr(options, name) != parser.get_default(name)
        if is_given and options.format not in formats:
            flag = "--" + name.replace("_", "-")
            parser.error(f"{flag} means nothing for {options.format}, only for {_listed(formats)}")


def _listed(words: tuple[str, ...]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


class _Printer:
    """Prints what became of each tune.

    Attributes:
        outcome: The exit code that follows.
    """

    def __init__(self) -> None:
        self.outcome = DONE

    def refuse(self, error: CorpusError) -> None:
        """Say why a file cannot be used."""
        say_error(error)
        self.outcome = UNUSABLE

    def show(self, advance: Callable[[], object], path: Path, result: ExportResult) -> None:
        """Print what was written of a tune, and say what was not."""
        advance()
        for written in result.paths:
            put(written)
        place = {"path": path, "number": result.number}
        for remark in result.remarks:
            say(english("export.tune_remark", {**place, "remark": remark.words}))
        if result.error:
            self.outcome = max(self.outcome, FAILED)
            reason = english(result.error.message_id, result.error.parameters)
            files = ", ".join(str(written) for written in result.paths)
            say(
                english("export.tune_incomplete", {**place, "files": files, "reason": reason})
                if files
                else tune_lost(path, result.number, result.title, result.error)
            )
