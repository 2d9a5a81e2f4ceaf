"""What is wished of a tune among the arguments of `compose`."""

import argparse
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

from abcstudio.cli.numbers import whole_number_between
from abcstudio.composing.clock.wishes import COMPASSES
from abcstudio.composing.rhythm_of import rhythm_of
from abcstudio.composing.tune_wishes import MEASURES, TuneWishes, values_of_wish
from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import TextFileError


class _Words(NamedTuple):
    """How a wish is asked for: what stands for its value, what it does, what it may be."""

    metavar: str
    meaning: str
    example: str


_WORDS = {
    "form": _Words(
        "LETTERS", "its parts; a letter written twice is repeated", "a form, such as AABB or AB"
    ),
    "range": _Words(
        "NAME",
        f"where all notes lie: {', '.join(COMPASSES)}, or lowest-highest such as D4-B5",
        f"a range, such as D-b or one of {', '.join(COMPASSES)}",
    ),
    "pickup": _Words("HOW", "with or without: whether it begins with a pickup", "with or without"),
    "meter": _Words("M", "the value of M:, kept to the end", "a meter, such as 6/8 or C|"),
    "key": _Words("K", "the value of K:, kept to the end", "a key, such as D, Em or Ador"),
    "rhythm": _Words("R", "the value of R:", "a rhythm, such as reel"),
}


def add_wishes(parser: argparse.ArgumentParser) -> None:
    """Add the flags of the wishes."""
    group = parser.add_argument_group("wishes", "Each switches --guard on, and holds in each take.")
    for name, words in _WORDS.items():
        group.add_argument(
            f"--{name}", type=_value(name), metavar=words.metavar, help=words.meaning
        )
    group.add_argument(
        "--measures",
        type=whole_number_between(*MEASURES),
        metavar="N",
        help=f"of each part of --form, pickups aside ({TuneWishes().measures})",
    )
    group.add_argument(
        "--no-accidentals",
        dest="accidentals",
        action="store_false",
        help="none is written in the music",
    )
    group.add_argument(
        "--end-on-tonic",
        dest="ends_on_tonic",
        action="store_true",
        help="the last note is the tonic of the key",
    )
    group.add_argument(
        "--rhythm-of",
        type=Path,
        metavar="FILE",
        help="the rhythm of a file's first tune, with other pitches",
    )
    group.add_argument(
        "--new",
        action="store_true",
        help="no four measures in a row are those of a tune in the box, in any key",
    )


def wishes_of(options: argparse.Namespace, parser: argparse.ArgumentParser) -> TuneWishes:
    """Return what is wished; end the program where that cannot be."""
    if options.measures is not None and not options.form:
        parser.error("--measures is how long each part of --form is: give --form too, as AABB")
    if options.rhythm_of is not None and (options.meter or options.form):
        parser.error("--rhythm-of says the meter and the form: leave out --meter and --form")
    given = {item.name: getattr(options, item.name) for item in fields(TuneWishes)}
    if options.rhythm_of is not None:
        given["rhythm_of"] = _rhythm_in(options.rhythm_of)
    wishes = TuneWishes(**{name: value for name, value in given.items() if value is not None})
    if wishes.are_given and options.guard is False:
        parser.error("what is wished of a tune holds with --guard only: leave out --no-guard")
    return wishes


def _rhythm_in(path: Path) -> str:
    """Return the rhythm of a file's first tune."""
    try:
        return rhythm_of(read_tunebook(path)[0].standalone_text)
    except ValueError:
        raise TextFileError("wish.no_rhythm", path=path) from None


def _value(name: str) -> Callable[[str], str]:
    """Return what reads the value of a wish."""

    def read(text: str) -> str:
        try:
            value: str = values_of_wish(name).accepted(text)
        except ValueError:
            value = ""
        if not value:
            raise argparse.ArgumentTypeError(f"'{text}' is not {_WORDS[name].example}")
        return value

    return read
