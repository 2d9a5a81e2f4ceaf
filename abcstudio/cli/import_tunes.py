"""`abcstudio import`: MIDI and MusicXML files as ABC tunes."""

import argparse
from pathlib import Path
from typing import Any

from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.cli.output import put, say
from abcstudio.cli.targets import NUMBERED
from abcstudio.errors import ExportError, MidiFileError, MusicXmlError, UnusableInputError
from abcstudio.messages import english, reason
from abcstudio.recipes.foreign_files import import_file

EXAMPLES = """examples:
  abcstudio import jig.mid
  abcstudio import --out-dir tunes *.mid *.musicxml *.mxl

Each file gives STEM.abc; a file that is there already is never replaced: STEM-2.abc is written.
What had to be guessed or left out is said on the error output, with the numbers of the measures.
exit codes: 0 all written, 1 an ABC file cannot be written, 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "import",
        description="Write the notes of MIDI files (.mid, .midi, .kar) and MusicXML files "
        "(.musicxml, .mxl, .xml) down as ABC, a voice for each line.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--out-dir", type=Path, default=Path(), metavar="DIR",
                        help=f"(here); {NUMBERED}")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import every file, also after one that cannot be used."""
    outcome = DONE
    for path in options.files:
        try:
            result = import_file(path, options.out_dir)
        except (MidiFileError, MusicXmlError) as error:
            _say(path, english(error.message_id, error.parameters))
            outcome = UNUSABLE
        except ExportError as error:
            say(english(error.message_id, error.parameters))
            outcome = max(outcome, UNUSABLE if isinstance(error, UnusableInputError) else FAILED)
        except FileNotFoundError:
            say(english("file.not_found", {"path": path}))
            outcome = UNUSABLE
        except OSError as error:
            say(english("file.unreadable", {"path": path, "reason": reason(error)}))
            outcome = UNUSABLE
        else:
            for remark in result.tune.remarks:
                _say(path, english(remark.message_id, remark.parameters))
            put(result.path)
    return outcome


def _say(path: Path, sentence: str) -> None:
    say(english("file.about", {"path": path, "words": sentence}))
