"""The parser of the whole command line and the one place where its errors become sentences."""

import argparse
import codecs
import errno
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO, TextIOWrapper
from typing import Any, TextIO

from typing_extensions import override

from abcstudio.cli.commands.command_table import COMMAND_TABLE, add_commands
from abcstudio.cli.outcome import FAILED, INTERRUPTED, UNUSABLE
from abcstudio.cli.output import for_stream, put
from abcstudio.cli.parser import CommandParser
from abcstudio.errors import AbcStudioError, CancelledError, OutputError, UnusableInputError
from abcstudio.files import UnwritableFileError
from abcstudio.guarded_files import UnreadableFileError
from abcstudio.messages import english, reason, unwritable_id
from abcstudio.paths import resources_dir
from abcstudio.recipes.installation.build import this_build

# Names that no file can be written to, whatever is done about the disk.
_NO_TARGET = (errno.EISDIR, errno.ENOTDIR, errno.EINVAL, errno.ELOOP, errno.ENAMETOOLONG)

EXAMPLES = """examples:
  abcstudio                                      open the window
  abcstudio my-tunes.abc                         open the window with a file in it
  abcstudio --new-window my-tunes.abc            open it in a window beside the one that runs
  abcstudio demo --out-dir tunes                 compose one tune as .abc, .mid and .wav
  abcstudio compose --prompt 'X:1\\nT:' --takes 5 --out-dir tunes
  abcstudio rewrite my-tune.abc --measures 5-6   compose two measures of a tune anew
  abcstudio takes export --starred --out-dir best  the takes that the window has kept
  abcstudio train --preset quick --out my-run    train on the tunes in the box
  abcstudio sweep --set hidden_size=256,512 --out widths   one network in variants
  abcstudio evaluate --model my-run/best.safetensors --text held-out.abc
  abcstudio export --format mid --out-dir midi my-tunes.abc
  abcstudio import --out-dir tunes jig.mid reel.musicxml
  abcstudio import-model my_ckpt.pt --corpus irish.abc
  abcstudio check my-tunes.abc
  abcstudio health --fix all --out clean.abc my-tunes.abc   every problem by kind; a cleaned copy
  abcstudio prepare --rhythm reel --out reels    a corpus to learn from, in steps
  abcstudio rank --best 3 tunes                  which tunes are best, and why
  abcstudio novelty my-tunes.abc                 how new tunes are beside known ones
  abcstudio find "GABd e2dB"                     which tunes have a melody, in any key
  abcstudio corpus my-tunes                      what a tunebook holds, in figures
  abcstudio learn list                           lessons in PyTorch, each with its check
  abcstudio report report.docx                   the report of lessons and runs
  abcstudio doctor                               what the studio finds here, and what to do
  abcstudio selftest                             prove that this installation works

exit codes: 0 done, 1 problems found or some of the work failed, 2 unusable input or arguments,
130 interrupted
"""


def open_closed_streams() -> None:
    """Give the program the streams that it was started without, as by a shell's `>&-`.

    An error says that what is printed to such an output cannot be written; what is said to such an
    error output is lost.
    """
    if sys.stderr is None:
        sys.stderr = _stream(2, os.O_WRONLY)
    if sys.stdout is None:
        sys.stdout = _stream(1, os.O_RDONLY)


def _stream(number: int, access: int) -> TextIO:
    """Open the null device under a stream's number, so that no file is opened under it."""
    descriptor = os.open(os.devnull, access)
    if descriptor != number and not _is_open(number):
        os.dup2(descriptor, number)
        os.close(descriptor)
        descriptor = number
    return os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace")


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def main(arguments: Sequence[str]) -> int:
    """Run one subcommand and return its exit code; no traceback reaches a person."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    open_closed_streams()
    _print_anything()
    try:
        options = _options(arguments)
        return int(options.run(options))
    except (KeyboardInterrupt, CancelledError):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone.
        _discard_output()
        return FAILED
    except OutputError as error:
        _say(english(error.message_id, error.parameters))
        _discard_output()
        return FAILED
    except AbcStudioError as error:
        _say(english(error.message_id, error.parameters))
        return UNUSABLE if isinstance(error, UnusableInputError) else FAILED
    except OSError as error:
        _say(_file_sentence(error))
        return UNUSABLE if _is_unusable(error) else FAILED


def make_parser(only: str = "") -> argparse.ArgumentParser:
    """Return the parser of the whole command line, or of one command among the others' names."""
    parser = CommandParser(
        prog="abcstudio",
        description="A studio for folk tunes in ABC notation. "
        "Without a command its window opens, with the files that are named; a window that is "
        "open already takes them, unless --new-window is given.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="print the version with its commit, and end"
    )
    add_commands(parser, only)
    return parser


class _Version(argparse.Action):
    """Print which build this is: only then the files that tell are read."""

    @override
    def __call__(self, parser: argparse.ArgumentParser, *_parts: Any) -> None:
        print(this_build(resources_dir()).words)
        parser.exit()


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments say; end the program after help, a version or a wrong argument.

    What is to be printed is printed here: argparse does not tell where that failed.
    """
    parser = make_parser(_named_command(arguments))
    printed = StringIO()
    try:
        with redirect_stdout(printed):
            options = parser.parse_args(arguments)
            if "run" not in options:
                parser.error("name a command; --help lists them")
            return options
    finally:
        if text := printed.getvalue().removesuffix("\n"):
            put(text)


def _named_command(arguments: Sequence[str]) -> str:
    """Return the command that is named; where none is, one that needs no module.

    No option before a command takes a value.
    """
    first = next((each for each in arguments if not each.startswith("-")), "")
    return first if first in COMMAND_TABLE else "selftest"


def _print_anything() -> None:
    """Let bytes of a text or a file's name that mean no character be printed as they are."""
    codecs.register_error("readable", _readable)
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(errors="readable")
    if isinstance(sys.stdout, TextIOWrapper):
        is_utf8 = sys.stdout.encoding.lower().replace("-", "") == "utf8"
        sys.stdout.reconfigure(errors="surrogateescape" if is_utf8 else "backslashreplace")


def _readable(error: UnicodeError) -> tuple[str | bytes, int]:
    r"""Return what stands for a character that a stream has not; for a byte of a name, its \xff."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = ord(error.object[error.start])
    if 0xDC80 <= character <= 0xDCFF:
        return f"\\x{character - 0xDC00:02x}", error.start + 1
    return ascii(chr(character))[1:-1], error.start + 1


def _discard_output() -> None:
    """Print nowhere from here on: Python must not complain at exit about what it cannot print."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str) -> None:
    print(for_stream(f"abcstudio: {sentence}", sys.stderr), file=sys.stderr)


def _is_unusable(error: OSError) -> bool:
    """Whether a file that was named can be no input, or no target, of this program."""
    is_input = isinstance(error, FileNotFoundError | UnreadableFileError)
    return error.filename is not None and (is_input or error.errno in _NO_TARGET)


def _file_sentence(error: OSError) -> str:
    if error.filename is None:
        return str(error.strerror or error)
    if isinstance(error, FileNotFoundError):
        return english("file.not_found", {"path": error.filename})
    if isinstance(error, UnreadableFileError):
        return english("file.unreadable", {"path": error.filename, "reason": reason(error)})
    if isinstance(error, UnwritableFileError):
        words = {"path": error.filename, "reason": reason(error)}
        return english(unwritable_id(error.filename), words)
    return english("file.unusable", {"path": error.filename, "reason": reason(error)})
