"""What the command line prints for the person or the next program."""

import sys

from tqdm import tqdm

from abcstudio.errors import OutputError


def say(sentence: object) -> None:
    """Tell the person something on the error output, above the bar that shows how far work is."""
    tqdm.write(f"abcstudio: {sentence}", file=sys.stderr)


def put(line: object) -> None:
    """Print a line, at once and above the bar that shows how far the work is.

    Raises:
        OutputError: The output takes nothing.
        BrokenPipeError: Its reader has gone.
    """
    try:
        tqdm.write(str(line), file=sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError("file.output_unwritable", reason=reason) from error
