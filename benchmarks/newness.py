"""Are measures of a known tune found in another one, and are real tunes left alone?

    python benchmarks/newness.py --planted 500 --held-out 400

`planted`  Measures of bundled tunes among made-up ones, in another key, L: doubled (2/4 as 4/4):
           "four", four measures with grace notes, a mark, a turn written out; "two", two measures
           with one note changed; "swapped", two times four measures, the later ones first. Found:
           a shared run covers all of them, or all but one of four. What stands around them is made
           up, so no such run is chance. Only passages of three different pitches or more, in the
           key and meter of the tune's head: the plant has no other.
`exact`    Of the same plants, the shares that plain quotations find, as a yardstick: four measures
           in a row that are the same note for note in any key.
`real`     A tenth of the tunes held out by family: the share in which a run weighs four measures
           or more, beside the same share of tunes that are known among the other known ones.
`ms`       Milliseconds of the processor's time a tune, reading included: median and slowest.

Bounds: four and swapped 99 %, two 95 %; held out at most 5 points over the others; 100 ms.
"""

import argparse
import json
import random
import re
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.newness import ALL, NewnessScale
from abcstudio.corpus.melody_index.shared_runs import SharedRun
from abcstudio.corpus.quotations import QuotationIndex
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.notation.score import Chord
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.newness.known_melodies import KnownMelodies

HEAVY = 4.0
AROUND = 4
# A key, meter or unit note length behind the tune's head.
_CHANGE = re.compile(r"\[[KML]:|\nK:.*\n(?s:.*\n)?[KML]:")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--planted", type=int, default=500)
    parser.add_argument("--held-out", type=int, default=400)
    parser.add_argument("--rng-seed", type=int, default=0)
    arguments = parser.parse_args()
    rng = random.Random(arguments.rng_seed)
    tunes = read_tunebook(bundled_tunebook())
    known, times = known_melodies(tunes), list[float]()
    exact = QuotationIndex.of_texts([tune.text for tune in tunes])
    shares = {
        kind: planted(kind, known, exact, arguments.planted, rng, times)
        for kind in ("four", "two", "swapped")
    }
    report: dict[str, object] = {kind: found for kind, (found, _exact) in shares.items()}
    report["exact"] = {kind: found for kind, (_found, found) in shares.items()}
    report["real"] = real(tunes, arguments.held_out, rng)
    report["ms"] = [round(1000 * one, 1) for one in (statistics.median(times), max(times))]
    print(json.dumps(report, indent=1))


def known_melodies(tunes: Sequence[Tune]) -> KnownMelodies:
    return KnownMelodies(tunes, MelodyIndex.of_tunes(tunes), NewnessScale({ALL: [0.0]}))


def planted(
    kind: str,
    known: KnownMelodies,
    exact: QuotationIndex,
    count: int,
    rng: random.Random,
    times: list[float],
) -> tuple[float, float]:
    """Return how many of so many plants are found, and how many by plain quotations."""
    found = tried = quoted = 0
    while tried < count:
        plant = plant_of(kind, rng.choice(known.tunes).text, rng)
        if plant is None:
            continue
        text, places = plant
        tried += 1
        began = time.process_time()
        runs = known.newness(parse(text), "").runs
        times.append(time.process_time() - began)
        found += all(any(covers(run, place) for run in runs) for place in places)
        firsts = {one.first_measure for one in exact.quotations(parse(text))}
        quoted += all(firsts & {*range(first, last + 1)} for first, last in places)
    return found / count, quoted / count


def covers(run: SharedRun, place: tuple[int, int]) -> bool:
    """Whether a run has the measures of a place, or all but one of four."""
    first, last = max(run.measures[0], place[0]), min(run.measures[1], place[1])
    missing = place[1] - place[0] - (last - first)
    return missing <= (1 if place[1] - place[0] > 2 else 0)


def plant_of(
    kind: str, text: str, rng: random.Random
) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Return a made-up tune around measures of a real one, and where they stand."""
    moved = transpose(text, rng.choice([-4, -3, -2, 1, 2, 3, 5]))
    score = parse(moved)
    measures = split_measures(score.voices[0], score.meter)
    size = {"four": 4, "two": 2, "swapped": 8}[kind]
    if len(measures) < size:
        return None
    start = rng.randrange(len(measures) - size + 1)
    taken = measures[start : start + size]
    are_whole = all(not one.is_pickup and one.duration == one.expected for one in taken)
    if not are_whole or too_plain(taken) or _CHANGE.search(moved[: taken[-1].span.end]):
        return None
    words = [music_of(moved, one) for one in taken]
    if kind == "two":
        words = with_changed_note(moved, taken, rng)
        places: tuple[tuple[int, int], ...] = ((AROUND + 1, AROUND + 2),)
    else:
        words = [ornamented(one, rng) for one in words]
        places = ((AROUND + 1, AROUND + 4),)
    if kind == "swapped":
        words = words[4:] + made_up(score.meter.measure_duration, moved, 1, rng) + words[:4]
        places = (places[0], (AROUND + 6, AROUND + 9))
    own = [made_up(score.meter.measure_duration, moved, AROUND, rng) for _ in range(2)]
    head, key, body = moved.partition("\nK:")
    head = re.sub(r"^L:1/(\d+)", lambda unit: f"L:1/{max(int(unit[1]) // 2, 1)}", head, flags=re.M)
    head = re.sub(
        r"^M:(\d+)/(\d+)", lambda one: f"M:{one[1]}/{max(int(one[2]) // 2, 1)}", head, flags=re.M
    )
    head = re.sub(r"^M:C\|?", "M:4/2", head, flags=re.M)
    name = body.partition("\n")[0]
    return f"{head}{key}{name}\n" + "|".join([*own[0], *words, *own[1]]) + "|\n", places


def too_plain(measures: Sequence[Measure]) -> bool:
    notes = [
        note.pitch.midi_number
        for one in measures
        for element in one.elements
        if isinstance(element, Chord)
        for note in element.notes
    ]
    return len(set(notes)) < 3


def music_of(text: str, measure: Measure) -> str:
    # A tuplet's sign stands before the first note.
    before = re.split(r"[|\]:\n]", text[: measure.span.start])[-1]
    before = re.sub(r"^\s*\[?[\d,.-]*\s*", "", before)
    music = before + text[measure.span.start : measure.span.end]
    return re.sub(r"\n|\[[A-Za-z]:[^\]]*\]", "", music)


def with_changed_note(text: str, measures: Sequence[Measure], rng: random.Random) -> list[str]:
    """Return the music of measures with one note changed."""
    chords = [
        (place, element)
        for place, one in enumerate(measures)
        for element in one.elements
        if isinstance(element, Chord) and len(element.notes) == 1
    ]
    place, chord = rng.choice(chords)
    at = chord.span.start + len(chord.notes[0].accidental)
    letters = [one for one in "ABcdef" if one.lower() != text[at].lower()]
    changed = text[:at] + rng.choice(letters) + text[at + 1 :]
    return [music_of(changed if n == place else text, one) for n, one in enumerate(measures)]


def ornamented(music: str, rng: random.Random) -> str:
    """Return music with grace notes, a mark, and a note of two turned into three."""
    music = re.sub(
        r"(?<![\^_={(\w])([A-Ga-g])2(?![\d/])",
        lambda note: f"{note[1]}/{rng.choice('cd')}/{note[1]}" if rng.random() < 0.3 else note[0],
        music,
        count=1,
    )
    return re.sub(
        r"(?<![\^_={(,'/\w-])(?=[A-Ga-g])",
        lambda _: rng.choice(["{c}", "~"]) if rng.random() < 0.2 else "",
        music,
    )


def made_up(length: object, text: str, count: int, rng: random.Random) -> list[str]:
    """Return measures that no real tune has: wide leaps in notes outside the key."""
    unit = re.search(r"^L:1/(\d+)", text, re.M)
    per_whole = int(unit[1]) if unit else 8
    notes = round(float(length) * per_whole)  # type: ignore[arg-type]
    return [
        "".join(
            rng.choice(["^c'", "_B,", "^g", "_D", "f'", "^F,", "b", "_E,"]) for _ in range(notes)
        )
        for _ in range(count)
    ]


def real(tunes: Sequence[Tune], count: int, rng: random.Random) -> dict[str, float]:
    """Return how often real tunes have a heavy run, unknown ones and known ones."""
    rest, held_out = split_by_family(tunes, 0.1, 0)
    known = known_melodies(rest)
    strangers = rng.sample(list(held_out), min(count, len(held_out)))
    own = rng.sample(range(len(rest)), min(count, len(rest)))
    return {
        "held_out": sum(is_heavy(known, tune, frozenset()) for tune in strangers) / len(strangers),
        "known": sum(is_heavy(known, rest[place], frozenset((place,))) for place in own) / len(own),
    }


def is_heavy(known: KnownMelodies, tune: Tune, without: frozenset[int]) -> bool:
    runs = known.newness(parse(tune.text), "", without).runs
    return bool(runs) and runs[0].weight >= HEAVY


if __name__ == "__main__":
    main()
