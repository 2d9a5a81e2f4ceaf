"""`abcstudio rewrite`: measures of a tune composed anew or more, all else byte for byte."""

import argparse
import json
import re
from functools import partial
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import (
    MODEL,
    about,
    chosen_model,
    load_sampling_or_end,
    remarks_on,
    tell,
)
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import number_between, rng_seed, whole_number_between
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.cli.targets import NUMBERED
from abcstudio.composing.rewriting.going_on.continuing import Continuing
from abcstudio.corpus.given_text import GivenText, read_given_text
from abcstudio.errors import RewritingError
from abcstudio.field_values import Real
from abcstudio.files import write_beside
from abcstudio.learning.sampling.sampling_config import (
    SamplingConfig,
    new_rng_seed,
    sampling_options,
)
from abcstudio.messages import Phrase
from abcstudio.recipes.rewrite import RewriteRequest, Rewritten, rewrite
from abcstudio.recipes.tune_files import prepare_folder

MAX_TAKES = 64
MAX_ADDED = 32
_MOST_MEASURES = 999_999
KEEPS = ("rhythm", "contour", "ends", "strong")

EXAMPLES = """examples:
  abcstudio rewrite mine.abc --measures 5-6              eight takes, the best first
  abcstudio rewrite mine.abc --tune 12 --measures 8 --takes 3 --out-dir takes
  abcstudio rewrite song.abc --measures 8 --keep rhythm  other pitches over the same words
  abcstudio rewrite mine.abc --measures 5-6 --keep contour,ends
  abcstudio rewrite mine.abc --measures 1-4 --keep strong  a variation: strong beats stay
  abcstudio rewrite mine.abc --measures 1-2 --everywhere  wherever they return
  abcstudio rewrite mine.abc --second-time 1             the repeat written out, then varied
  abcstudio rewrite mine.abc --from 5.3                  from a note to the end of the phrase
  abcstudio rewrite mine.abc --after 8 --add 4           four measures more
  abcstudio rewrite mine.abc --after 6 --ending          to the end, on the tonic
  abcstudio rewrite mine.abc --second-part
  abcstudio rewrite mine.abc --measures 0-2 --rng-seed 7 --jsonl

Measures are counted as the window counts them: a pickup at the start is 0. Bar lines, repeats,
endings, comments and line ends stay. Each take has exactly the time of what it replaces. The best
comes first: the one from which the model finds what follows the measures most natural. With --keep
contour each measure keeps its number of notes, and each step from note to note leads up or down as
now; with --keep ends the first and the last note stay, with --keep strong those that sound on
strong beats. --second-time writes the repeat out that the measure is in, endings and all, and
varies the second of its times likewise. --from 5.3 keeps measure 5 up to its third note or rest,
and composes anew from there to the end of a phrase of four measures; where nothing stands there, it
goes on so far. --ending composes anew what stands behind
the place; where nothing does, it goes on to the end of a phrase of four measures (or --add) and
writes the final bar. Without --out-dir the new music is printed; with it, the whole file goes to
take-001.abc and so on.
"""

_MEASURES = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)
_NOTE = re.compile(r"(\d{1,6})(?:\.([1-9]\d{0,5}))?", re.ASCII)
_SHOWN_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "rewrite",
        description="Let a model compose measures of a tune anew, or more; all else stays.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a file of one tune or several")
    parser.add_argument("--tune", default="", metavar="X",
                        help="the number after its X:, where there are several")  # fmt: skip
    _add_places(parser.add_mutually_exclusive_group(required=True))
    parser.add_argument("--add", type=whole_number_between(1, MAX_ADDED), default=0, metavar="N",
                        help="so many measures more")  # fmt: skip
    parser.add_argument("--ending", action="store_true",
                        help="end the tune on its tonic: anew, or where it breaks off")  # fmt: skip
    parser.add_argument("--takes", type=whole_number_between(1, MAX_TAKES), default=8,
                        metavar="N", help="how many, all different (8)")  # fmt: skip
    parser.add_argument("--keep", type=kept, action="append", default=[], metavar="WHAT",
                        help=f"what stays of them: {', '.join(KEEPS)}, or several")  # fmt: skip
    parser.add_argument("--everywhere", action="store_true",
                        help="measures elsewhere with the same text change with them")  # fmt: skip
    parser.add_argument("--model", type=Path, metavar="FILE", help=MODEL)
    values = sampling_options()["temperature"].values
    assert isinstance(values, Real)
    default = SamplingConfig().temperature
    parser.add_argument("--temperature", type=number_between(values.minimum, values.maximum),
                        default=default, metavar="N",
                        help=f"less is more careful ({default:g})")  # fmt: skip
    parser.add_argument("--rng-seed", type=rng_seed, metavar="N",
                        help="equal seeds give equal takes (another each time)")  # fmt: skip
    parser.add_argument("--out-dir", type=Path, metavar="DIR",
                        help=f"the file with each take goes here; {NUMBERED}")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="a line of JSON a take")
    parser.set_defaults(run=run)


def _add_places(place: Any) -> None:
    number = whole_number_between(0, _MOST_MEASURES)
    place.add_argument("--measures", type=measures, metavar="N-M", help="such as 5 or 5-6")
    place.add_argument("--from", type=note, dest="from_note", metavar="N.K",
                       help="from note K of measure N to the end of the phrase")  # fmt: skip
    place.add_argument("--after", type=number, metavar="N",
                       help="go on after this measure: with --add, --ending or both")  # fmt: skip
    place.add_argument("--second-part", action="store_true",
                       help="add a part like the last one, to end the tune")  # fmt: skip
    place.add_argument("--second-time", type=number, metavar="N",
                       help="write out the repeat that it is in, and vary it")  # fmt: skip


def measures(text: str) -> tuple[int, int]:
    """Return the first and the last measure of an argument such as 5 or 5-6."""
    match = _MEASURES.fullmatch(text)
    if match is None:
        raise argparse.ArgumentTypeError(f"'{text}' are no measures such as 5 or 5-6")
    return int(match[1]), int(match[2] or match[1])


def note(text: str) -> tuple[int, int]:
    """Return the measure and the note of an argument such as 5.3, or 5 for its first."""
    match = _NOTE.fullmatch(text)
    if match is None:
        raise argparse.ArgumentTypeError(f"'{text}' is no note of a measure such as 5.3")
    return int(match[1]), int(match[2] or 1)


def kept(text: str) -> list[str]:
    """Return what is to stay by an argument such as rhythm or contour,ends."""
    words = [word.strip() for word in text.split(",")]
    for word in words:
        if word not in KEEPS:
            raise argparse.ArgumentTypeError(f"'{word}' is none of {', '.join(KEEPS)}")
    return words


def run(options: argparse.Namespace) -> int:
    """Compose the measures, then write or print the takes."""
    given = read_given_text(options.file)
    continuing = _continuing(options)
    first, last = options.measures or (0, 0)
    keep = {word for words in options.keep for word in words}
    seed = new_rng_seed() if options.rng_seed is None else options.rng_seed
    request = RewriteRequest(
        model=chosen_model(options.model),
        text=given.text,
        tune=options.tune,
        first=first,
        last=last,
        continuing=continuing,
        takes=options.takes,
        keeps_rhythm="rhythm" in keep,
        keeps_contour="contour" in keep,
        keeps_ends="ends" in keep,
        keeps_strong="strong" in keep,
        everywhere=options.everywhere,
        sampling=SamplingConfig(temperature=options.temperature, rng_seed=seed),
    )
    tell(remarks_on(options.file, given), as_json=options.jsonl)
    begin = partial(prepare_folder, options.out_dir) if options.out_dir else lambda: None
    load_sampling_or_end()
    with interruptible():
        try:
            found = rewrite(request, begin)
        except RewritingError as error:
            raise about(options.file, error) from error
    for number, take in enumerate(found, start=1):
        _give(number, take, given, seed, options)
    if len(found) < request.takes:
        say(Phrase("rewriting.fewer", {"count": len(found)}))
    return DONE


def _continuing(options: argparse.Namespace) -> Continuing | None:
    goes_on = options.add or options.ending
    if (options.after is not None) != bool(goes_on):
        error = "rewriting.after_what" if options.after is not None else "rewriting.add_where"
        raise about(options.file, RewritingError(error))
    if options.measures:
        return None
    measure, first_note = options.from_note or (options.after or options.second_time or 0, 0)
    return Continuing(
        after=measure,
        from_note=first_note,
        add=options.add,
        is_ending=options.ending,
        is_part=options.second_part,
        is_second_time=options.second_time is not None,
    )


def _give(
    number: int, take: Rewritten, given: GivenText, seed: int, options: argparse.Namespace
) -> None:
    place = None
    if options.out_dir:
        data = given.file.with_text(take.text).to_bytes()
        place = write_beside(options.out_dir, f"take-{number:03}", ".abc", data)
    if not options.jsonl:
        put(place or f"{number}  {_SHOWN_END.sub(' ', take.music)}")
        return
    facts: dict[str, object] = {
        "take": number,
        "path": place and str(place),
        "rng_seed": seed,
        "music": take.music,
        "log_filling": round(take.filling.log_filling, 4),
        "log_after": round(sum(take.filling.log_after), 4),
    }
    put(json.dumps(facts if place else {**facts, "tune": take.tune}))
