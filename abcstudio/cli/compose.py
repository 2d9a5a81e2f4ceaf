r"""`abcstudio compose`: takes from a model, one file each."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from abcstudio.cli.inputs import MODEL, chosen_model, load_sampling_or_end
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import number_between, whole_number_between
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.cli.targets import NUMBERED
from abcstudio.cli.wishes import add_wishes, wishes_of
from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.composing.header_completion import is_meter_open
from abcstudio.composing.provenance import SHARE
from abcstudio.composing.takes import remarks_on
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.errors import PromptError
from abcstudio.field_values import Flag, Whole
from abcstudio.files import write_beside
from abcstudio.learning.sampling.sampling_config import (
    SamplingConfig,
    SamplingOption,
    chosen_options,
    new_rng_seed,
)
from abcstudio.messages import Phrase, english
from abcstudio.paths import bundled_jury, bundled_runs
from abcstudio.recipes.compose import (
    CandidatesJudged,
    CharactersSampled,
    ComposeRequest,
    ComposeResult,
    PromptRead,
    compose,
)
from abcstudio.recipes.mixing.opened_models import Mix
from abcstudio.recipes.models import model_file
from abcstudio.recipes.tune_files import prepare_folder

_share = number_between(*SHARE)


def add_mix(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command."""
    parser.add_argument(
        "--mix", type=_mix, metavar="OTHER=SHARE",
        help="mix another model, or the last of a run, into the model: 0.3 is three tenths of it",
    )  # fmt: skip


def mix_of(options: argparse.Namespace) -> Mix | None:
    """Return what is to be mixed in, None for nothing.

    Raises:
        ModelFileError: A folder was named that has no model.
    """
    mix: Mix | None = options.mix
    return None if mix is None else Mix(model_file(mix.model), mix.share)


def _mix(text: str) -> Mix:
    model, _, share = text.rpartition("=")
    if not model:
        raise argparse.ArgumentTypeError(
            f"'{text}' names no share: write the model, then = and a number from 0 to 1, such as"
            " mine.safetensors=0.3"
        )
    return Mix(Path(model), _share(share))


MAX_TAKES = 100_000
# Of a long one: a form that is wished has room for it.
_CHARACTERS_A_MEASURE = 30

EXAMPLES = r"""examples:
  abcstudio compose                                      one tune to the terminal
  abcstudio compose --prompt 'X:1\nT:The' --temperature 0.6
  abcstudio compose --takes 20 --out-dir takes --rng-seed 7 --jsonl
  abcstudio compose --takes 8 --no-guard                 as the model writes, also what is no tune
  abcstudio compose --best 16 --takes 3                  each chosen from 16 of its own by the jury
  abcstudio compose --form AABB --measures 8 --range whistle --key D --end-on-tonic
  abcstudio compose --rhythm-of mine.abc --key Em        other pitches, measure for measure
  abcstudio compose --new --temperature 0.5              nothing that a tune in the box says
  abcstudio compose --model my-run --prompt "$(head -4 mine.abc)"
  abcstudio compose --mix my-run=0.3                     the one in the box, three tenths my-run

In --prompt the two characters \n stand for a line break. A take replaces no other one: where
take-001.abc is there already, take-001-2.abc is written. The paths are printed.
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "compose",
        description="Let a model compose tunes from an opening text.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--model", type=Path, metavar="FILE", help=MODEL)
    add_mix(parser)
    parser.add_argument("--prompt", default="X:1\n", metavar="TEXT", help="how the tune begins")
    parser.add_argument(
        "--takes",
        type=whole_number_between(1, MAX_TAKES),
        default=1,
        metavar="N",
        help="how many (1)",
    )
    for name, option in chosen_options().items():
        _add_option(parser, name, option)
    add_wishes(parser)
    parser.add_argument("--drop-unknown", action="store_true",
                        help="leave out characters that the model never saw")  # fmt: skip
    parser.add_argument("--out-dir", type=Path, metavar="DIR",
                        help=f"take-001.abc ... go here; {NUMBERED}")  # fmt: skip
    parser.add_argument(
        "--jsonl", action="store_true", help="a line of JSON a take, then the speed"
    )
    parser.set_defaults(run=partial(run, parser=parser))


def _add_option(parser: argparse.ArgumentParser, name: str, option: SamplingOption) -> None:
    """Add the flag of an option; where it is not given, it reads as None."""
    flag, values = f"--{name.replace('_', '-')}", option.values
    sentence = english(f"sampling.{name}.help").removesuffix(".")
    default = getattr(USUAL_SAMPLING, name)
    if isinstance(values, Flag):
        words = f"{sentence} ({'on' if default else 'off'})"
        parser.add_argument(flag, action=argparse.BooleanOptionalAction, help=words)
        return
    read: Callable[[str], float]
    if isinstance(values, Whole):
        read = whole_number_between(values.minimum, values.maximum)
    else:
        read = number_between(values.minimum, values.maximum)
    words = f"{sentence} ({'another each time' if name == 'rng_seed' else f'{default:g}'})"
    parser.add_argument(flag, type=read, metavar="N", help=words)


def sampling_of(options: argparse.Namespace) -> SamplingConfig:
    """Return the options that were given, the others as they are by default; any seed."""
    given = {name: getattr(options, name) for name in chosen_options()}
    chosen = {name: value for name, value in given.items() if value is not None}
    return replace(replace(USUAL_SAMPLING, rng_seed=new_rng_seed()), **chosen)


def run(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Compose, then write or print the takes."""
    wishes = wishes_of(options, parser)
    request = ComposeRequest(
        model=chosen_model(options.model),
        prompt=options.prompt.replace("\\n", "\n"),
        sampling=_long_enough(sampling_of(options), options.max_chars, wishes),
        wishes=wishes,
        known_runs=bundled_runs(),
        guard_if_possible=options.guard is None,
        takes=options.takes,
        drop_unknown=options.drop_unknown,
        jury=bundled_jury(),
        mix=mix_of(options),
    )
    begin = partial(prepare_folder, options.out_dir) if options.out_dir else lambda: None
    if is_meter_open(request.prompt) and not wishes.meter:
        say(Phrase("prompt.meter_open"))
    load_sampling_or_end()
    with _Bars(request.takes, hidden=options.jsonl) as bars, interruptible():
        try:
            result = compose(
                request, bars.show_sampled, begin, bars.show_read,
                report_judged=bars.show_judged
            )  # fmt: skip
        except PromptError as error:
            raise _with_options(error) from error
    if result.unguarded is not None:
        say(result.unguarded)
    _give(result, options)
    return DONE


def _long_enough(
    sampling: SamplingConfig, max_chars: int | None, wishes: TuneWishes
) -> SamplingConfig:
    """Return the options with room for what is wished, unless the length was given."""
    # Each note of a rhythm may have an accidental or a mark, and the header stands before it.
    needed = max(_CHARACTERS_A_MEASURE * wishes.total_measures, 3 * wishes.pattern_length)
    if max_chars is not None or needed <= sampling.max_chars:
        return sampling
    return replace(sampling, max_chars=needed)


def _with_options(error: PromptError) -> PromptError:
    """Return an error of a prompt with the options that help here, where there are any."""
    if error.message_id != "prompt.unknown_characters":
        return error
    unknown = error.parameters["characters"]
    return PromptError("prompt.unknown_characters_given", characters=unknown)


def _give(result: ComposeResult, options: argparse.Namespace) -> None:
    for take in result.takes:
        for remark in remarks_on([(take.number, take)]):
            say(remark)
        place = None
        if options.out_dir:
            data = take.text.encode("utf-8", "surrogateescape")
            place = write_beside(options.out_dir, f"take-{take.number:03}", ".abc", data)
        if options.jsonl:
            facts: dict[str, object] = {
                "take": take.number, "path": place and str(place), "rng_seed": result.rng_seed,
            }  # fmt: skip
            if take.provenance.wishes.are_given:
                facts["wishes"] = take.provenance.wishes.data()
            if (mixed := take.provenance.mixed) is not None:
                facts["mix"] = asdict(mixed)
            if (guarded := result.guard_reports.get(take.number - 1)) is not None:
                facts["guard"] = asdict(guarded)
            if (marks := take.provenance.marks) is not None:
                facts["jury"] = marks.data
            put(json.dumps(facts if place else {**facts, "text": take.text}))
        else:
            put(place or take.text)
    _report_device(result, is_jsonl=options.jsonl)


def _report_device(result: ComposeResult, *, is_jsonl: bool) -> None:
    if is_jsonl:
        speed: dict[str, object] = {"chars_per_second": round(result.chars_per_second, 1)}
        put(json.dumps({**speed, "device": result.card.name} if result.card else speed))
    elif result.card:
        say(Phrase("compose.on_card", {"name": result.card.parameters["name"]}))


class _Bars:
    """Shows how much of the prompt is read, then how many characters or candidates are there."""

    def __init__(self, takes: int, *, hidden: bool) -> None:
        self._takes = takes
        self._hidden = hidden or not sys.stderr.isatty()
        self._reading = ProgressBar("char", scaled=True, hidden=hidden)
        self._judging = ProgressBar("candidate", hidden=hidden)
        self._sampling: tqdm[Any] | None = None
        # Of all prompts, once it is known how much of them the model reads.
        self._given: int | None = None
        self._seen = 0

    def show_read(self, progress: PromptRead) -> None:
        self._given = self._takes * progress.characters
        if progress.read < progress.characters:
            self._reading.show(progress.read, progress.characters)
        else:
            self._reading.close()

    def show_judged(self, progress: CandidatesJudged) -> None:
        self._judging.show(progress.judged, progress.candidates)

    def show_sampled(self, sampled: CharactersSampled) -> None:
        # The prompts of all takes are reported too, before all else.
        self._seen += len(sampled.text) - sampled.taken_back
        if self._given is None or self._seen <= self._given:
            return
        if self._sampling is None:
            self._sampling = tqdm(unit="char", file=sys.stderr, disable=self._hidden)
        self._sampling.update(self._seen - self._given - self._sampling.n)

    def __enter__(self) -> "_Bars":
        return self

    def __exit__(self, *_error: object) -> None:
        self._reading.close()
        self._judging.close()
        if self._sampling is not None:
            self._sampling.close()
