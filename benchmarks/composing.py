"""Does the measure clock let through what is right, and does the guard keep takes in it?

    python benchmarks/composing.py clock --walks 100
    python benchmarks/composing.py takes --takes 20 --models FOLDER
    python benchmarks/composing.py honest --takes 500

Three questions; the answers are JSON objects, one a cell or a model.

`clock`    `refused`: of the bundled tunebook a tenth is held out by family, as in training. Of the
           tunes in which our reader finds no error and no wrong measure, how many does the clock
           refuse, in per cent, and at which sign? Once in all that the reader finds right ("wide"),
           once in what other programs read alike ("careful"), which is what takes are sampled in.
           `walks`: tunes written through the masks by a bigram model of the training tunes and by
           one that knows nothing, from `X:1` and from headers in seven meters, at most 400
           characters each: the shares without an error and with every measure right, by our reader
           and by `abc2midi -c`. No network takes part: what holds here holds for any.
`takes`    Takes of several models at several temperatures, with and without wishes: shares in per
           cent, and beside them those of as many unguarded takes from the same header lines.
           `speed` is in characters a second of the processor's time, each piece of work begun anew;
           `missed` names the bounds that a cell does not keep.
`honest`   Guarded takes beside takes of the same model and header that were sampled unguarded, and
           kept only where they lie in the clock's language: those are what a guard is to sample.
           Nats a character are the model's own, at temperature 1, over
           what was sampled; `apart` is the difference, `errors` that in standard errors.

Bounds: the wide language refuses at most 2 %; walks are right by our reader without exception;
takes have no error and no wrong measure by ours and end within their length, 99.5 % have every
measure right by abc2midi, 98 % of a weak model's at 1.3; nats within 0.01 of those of takes that
were kept, every figure within 3 standard errors.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from guard_cells import WISHES, CellPlan, cells
from guard_honesty import HonestyPlan, honesty
from guard_models import lab_models
from quality_readers import abc2midi_verdicts, own_verdict

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.wishes import Language
from abcstudio.composing.guard.room_masks import MaskTable
from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.files import read_text_file
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_model, resources_dir

HELD_OUT = 0.1
LONGEST = 400
TEMPERATURES = (0.5, 0.8, 1.0, 1.3)
HEADERS = (
    "X:1\n",
    *(
        f"X:1\nR:{rhythm}\nM:{meter}\nL:{unit}\nK:{key}\n"
        for rhythm, meter, unit, key in (
            ("reel", "4/4", "1/8", "D"),
            ("jig", "6/8", "1/8", "G"),
            ("waltz", "3/4", "1/8", "Am"),
            ("slip jig", "9/8", "1/8", "Ador"),
            ("polka", "2/4", "1/16", "D"),
            ("reel", "C|", "1/8", "Bb"),
            ("hornpipe", "4/4", "1/8", "D"),
            ("slide", "12/8", "1/8", "A"),
        )
    ),
)


def main() -> None:
    arguments = _arguments()
    asked = {"clock": clock_report, "takes": takes_reports, "honest": honesty_reports}
    for report in asked[arguments.question](arguments):
        print(json.dumps(report, indent=1, ensure_ascii=False), flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("question", choices=["clock", "takes", "honest"])
    parser.add_argument("--walks", type=int, default=100)
    parser.add_argument("--model", type=Path, action="append", help="may be said again")
    parser.add_argument("--models", type=Path, help="folder for two models of the lab's recipe")
    parser.add_argument("--temperature", type=float, action="append", help="may be said again")
    parser.add_argument("--wishes", choices=[*WISHES], action="append", help="may be said again")
    parser.add_argument("--takes", type=int, default=20)
    parser.add_argument("--speed-takes", type=int, default=2, help="rounds; 0 for no speed")
    parser.add_argument("--rng-seed", type=int, default=0)
    return parser.parse_args()


def clock_report(arguments: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Yield what the clock refuses, and what is right that is written through its masks."""
    tunes = split_tunebook(read_text_file(resources_dir() / "tunes" / "tunebook.abc").text)
    training, held_out = (
        [f"{tune_for_training(tune)}\n\n" for tune in part]
        for part in split_by_family(tunes, HELD_OUT, 0)
    )
    # Transposed tunes, which a network learns too, have keys such as F#m.
    characters = "".join(sorted({"#", *"".join(training)}))
    right = [tune for tune in held_out if own_verdict(parse(tune)).measures_right]
    yield {
        "refused": {
            name: refused(right, MeasureClock(Language(careful=careful), characters))
            for name, careful in (("wide", False), ("careful", True))
        },
        "walks": walks(training, characters, arguments.walks, arguments.rng_seed),
    }


def takes_reports(arguments: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Return what is right of takes, cell by cell."""
    plan = CellPlan(
        models=_models(arguments),
        temperatures=arguments.temperature or TEMPERATURES,
        wishes=arguments.wishes or [*WISHES],
        takes=arguments.takes,
        speed_takes=arguments.speed_takes,
        rng_seed=arguments.rng_seed,
    )
    return cells(plan)


def honesty_reports(arguments: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Yield how far a model's guarded takes are from what they are to be."""
    plan = HonestyPlan(
        takes=arguments.takes,
        temperature=(arguments.temperature or [0.8])[0],
        rng_seed=arguments.rng_seed,
    )
    for model in _models(arguments):
        yield {"model": str(model), **honesty(model, plan)}


def _models(arguments: argparse.Namespace) -> list[Path]:
    models = arguments.model or [bundled_model()]
    return models + (lab_models(arguments.models) if arguments.models else [])


def refused(tunes: list[str], clock: MeasureClock) -> dict[str, object]:
    """Return how many tunes the clock refuses, and the places, by the sign that is too much."""
    places: dict[str, list[str]] = {}
    for tune in tunes:
        reading = clock.read(tune)
        if reading.state is None or not is_end(reading.state):
            place = reading.refused_at
            around = f"{tune[max(0, place - 24) : place]} >>{tune[place : place + 8]}"
            places.setdefault(tune[place], []).append(around)
    count = sum(map(len, places.values()))
    return {
        "tunes": len(tunes),
        "refused_per_cent": round(100 * count / len(tunes), 2),
        "signs": {
            sign: {"tunes": len(found), "such_as": found[0]}
            for sign, found in sorted(places.items(), key=lambda item: -len(item[1]))
        },
    }


def walks(training: list[str], characters: str, count: int, rng_seed: int) -> dict[str, object]:
    """Return what two readers say of tunes that two simple models write through the masks."""
    rng = random.Random(rng_seed)
    clock = MeasureClock(Language(), characters)
    masks = MaskTable(clock)
    pairs = Counter(pair for tune in training for pair in pairwise(tune))
    report: dict[str, object] = {}
    for name, weight in (("bigram", 0.001), ("uniform", 1e9)):
        texts = [
            walk(clock, masks, HEADERS[number % len(HEADERS)], pairs, weight, rng)
            for number in range(count)
        ]
        own = [own_verdict(parse(text)) for text in texts]
        others = abc2midi_verdicts(texts)
        report[name] = {
            "walks": count,
            "ended": sum(text.endswith("\n\n") for text in texts),
            **{
                f"{reader}_{what}": sum(getattr(verdict, what) for verdict in verdicts)
                for reader, verdicts in (("own", own), ("abc2midi", others))
                for what in ("without_error", "measures_right")
            },
            "states_with_a_row": len(masks),
        }
    return report


def walk(
    clock: MeasureClock,
    masks: MaskTable,
    header: str,
    pairs: Counter[tuple[str, str]],
    weight: float,
    rng: random.Random,
) -> str:
    """Return a tune; each character is as likely as a pair of it is frequent, plus a weight."""
    text, state = header, clock.read(header).state
    for left in range(LONGEST, 0, -1):
        assert state is not None
        row = masks.allowed([state], [left])[0]
        allowed = [one for one, may in zip(clock.characters, row, strict=True) if may]
        text += rng.choices(allowed, [pairs[text[-1], one] + weight for one in allowed])[0]
        state = clock.step(state, text[-1])
        if state is not None and is_end(state):
            break
    return text


if __name__ == "__main__":
    main()
