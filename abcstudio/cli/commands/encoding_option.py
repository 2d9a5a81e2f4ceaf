"""The argument that names the encoding of tunes whose files do not say how they are kept."""

import argparse
from functools import partial
from pathlib import Path

from abcstudio.corpus.given_text import GivenText, read_given_text
from abcstudio.corpus.source_encodings import NO_ENCODINGS, Encodings, decode_in_source
from abcstudio.decoding import codec_named


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """Add `--encoding` to a command that reads tunes."""
    parser.add_argument(
        "--encoding",
        type=_codec,
        metavar="NAME",
        help="read tunes whose files do not say how they are kept as this: cp1251, iso8859-2, ...",
    )


def encodings_of(options: argparse.Namespace, path: Path) -> Encodings:
    """Return what `read_source` is told of the encoding that was named."""
    return {str(path): options.encoding} if options.encoding else NO_ENCODINGS


def given_text(options: argparse.Namespace, path: Path) -> GivenText:
    """Return the text of a file that is taken as it stands, read with the encoding that was named.

    Raises:
        TextFileError: As `read_given_text`.
    """
    decode = partial(decode_in_source, codec=options.encoding or "", is_alone=True)
    return read_given_text(path, decode=decode)


def _codec(name: str) -> str:
    if not (codec := codec_named(name)):
        raise argparse.ArgumentTypeError(
            f"'{name}' is no encoding that Python knows for such texts; cp1251 is one"
        )
    return codec
