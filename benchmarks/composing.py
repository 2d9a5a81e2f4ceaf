"""Does the measure clock let through what is right, and nothing else?

    python benchmarks/composing.py --walks 100

Two questions, one JSON object.

`refused`  Of the bundled tunebook a tenth is held out by family, as in training. Of the tunes in
           which our reader finds no error and no wrong measure, how many does the clock refuse, in
           per cent, and at which sign? Once in all that the reader finds right ("wide"), once in
           what other programs read alike ("careful"), which is what takes are sampled in.
`walks`    Tunes written through the masks by a bigram model of the training tunes and by one that
           knows nothing, from `X:1` and from headers in seven meters, at most 400 characters each:
           the shares without an error and with every measure right, by our reader and by
           `abc2midi -c`. No network takes part: what holds here holds for any.

Bounds: the wide language refuses at most 2 %; walks are right by our reader without exception.
"""

import argparse
import json
import random
from collections import Counter
from itertools import pairwise

from quality_readers import abc2midi_verdicts, own_verdict

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.masks import MaskTable
from abcstudio.composing.clock.wishes import Language
from abcstudio.corpus.split import split_by_family
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.files import read_text_file
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import resources_dir

HELD_OUT = 0.1
LONGEST = 400
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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--walks", type=int, default=100)
    parser.add_argument("--rng-seed", type=int, default=0)
    arguments = parser.parse_args()
    tunes = split_tunebook(read_text_file(resources_dir() / "tunes" / "tunebook.abc").text)
    training, held_out = (
        [f"{tune_for_training(tune)}\n\n" for tune in part]
        for part in split_by_family(tunes, HELD_OUT, 0)
    )
    # Transposed tunes, which a network learns too, have keys such as F#m.
    characters = "".join(sorted({"#", *"".join(training)}))
    right = [tune for tune in held_out if own_verdict(parse(tune)).measures_right]
    report = {
        "refused": {
            name: refused(right, MeasureClock(Language(careful=careful), characters))
            for name, careful in (("wide", False), ("careful", True))
        },
        "walks": walks(training, characters, arguments.walks, arguments.rng_seed),
    }
    print(json.dumps(report, indent=1, ensure_ascii=False))


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
