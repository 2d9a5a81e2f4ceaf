"""What the command line prints for the person or the next program."""

import sys
from typing import TextIO

from abcstudio.errors import OutputError
from abcstudio.messages import system_reason

_OBEYED = {*range(0x20), *range(0x7F, 0xA0)} - {ord("\t"), ord("\n")}
# They turn the direction of what follows.
_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_SHOWN = {code: ascii(chr(code))[1:-1] for code in _OBEYED | _TURNING}


def for_stream(words: object, stream: TextIO) -> str:
    """Return what a stream is to get: on a terminal, signs that it would obey are shown instead.

    Texts and names are not trusted: their escape sequences could clear a terminal or fill the
    clipboard. Another program gets the words as they are.
    """
    return str(words).translate(_SHOWN) if stream.isatty() else str(words)


def say(sentence: object) -> None:
    """Tell the person something on the error output, above the bar that shows how far work is.

    A sentence is for people, also behind a pipe: no sign in it is obeyed.
    """
    _print_above_bar(f"abcstudio: {sentence}".translate(_SHOWN), sys.stderr)


def put(line: object) -> None:
    """Print a line, at once and above the bar that shows how far the work is.

    Raises:
        OutputError: The output takes nothing.
        BrokenPipeError: Its reader has gone.
    """
    try:
        _print_above_bar(for_stream(line, sys.stdout), sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = system_reason(error)
        raise OutputError("file.output_unwritable", reason=reason) from error


def _print_above_bar(words: str, stream: TextIO) -> None:
    # Where nothing has imported its library, which takes 30 ms, there is no bar.
    if "tqdm" in sys.modules:
        from tqdm import tqdm

        tqdm.write(words, file=stream)
    else:
        print(words, file=stream)
