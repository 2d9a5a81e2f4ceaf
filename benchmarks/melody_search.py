"""Is a tune found again by a few of its notes, and how quickly?

    python benchmarks/melody_search.py search --queries 2000
    python benchmarks/melody_search.py size --tunes 60000
    python benchmarks/melody_search.py kinship
    python benchmarks/melody_search.py copies --planted 1000

`search`   Queries of 8 to 12 notes cut from random places of the bundled tunes, moved to another
           key, their unit note length halved or doubled, and one note wrong, missing or added
           ("one"); two of them ("two"); nothing changed but key and length ("none"). Grace notes
           and ornaments are no part of it. `source`: the tune it was cut from stands first, or
           among the first five. `right`: a tune stands there that has the query with no more wrong
           notes and lengths than the tune it was cut from, counted by a table of edits of its own
           here: short passages stand in several tunes. Milliseconds are of the processor's time,
           the median and the 95th percentile.
`size`     So many tunes, made of the bundled ones by changing notes: seconds to build, to load,
           megabytes, milliseconds a query.
`kinship`  Tunes of one title in different collections: how many of them stand among each other's
           five nearest relatives, and how many by their measures alone (`by_measures`). Then tunes
           disguised (transposed, halved, without title, three notes others, parts swapped, half of
           them in measures twice as long): how many are taken for the tune they are, and how many
           of 100 other tunes each are.
           Of 234 pairs with one title 54 do not find each other. All were looked at by hand: 36 are
           other melodies (Green Garters is a reel here and a jig there), 10 neither clearly, and 8
           one tune: the reel and the hornpipe made of the air The Blackbird (5), The Hag with the
           Money, Paddy Ryan's Dream, The Money Musk.
`copies`   What *Health* says of the tunebook with such disguised tunes in it (`found`: named as a
           copy or a version of an earlier tune, `near`: as nearly the tune that it is), and with as
           many tunes played backwards (`accused`: taken for any tune of the tunebook, or for a part
           of one). `straddling`: disguised tunes on the other side of a split than the tune that
           they are.

Bounds: one error: right first 98 %, among five 99.5 %; two: among five 95 %; at most 60 ms a query,
150 ms and 40 MB with 60,000 tunes; built within 6 s, loaded within 0.5 s; of the planted tunes 99 %
found, of the others 1 % accused, none on the other side.
"""

import argparse
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice, permutations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from melody_variants import backwards, disguised, with_other_notes

from abcstudio.corpus.health.problem import HealthProblem
from abcstudio.corpus.health.repeats import Kinship, repeated_tunes
from abcstudio.corpus.kinship.near_tunes import near_pairs
from abcstudio.corpus.kinship.split_apart import split_apart
from abcstudio.corpus.melody_index.index import MelodyIndex, kept_index
from abcstudio.corpus.melody_index.melody import full_measure, lines_of, melodies_of
from abcstudio.corpus.melody_index.shared_runs import Relative, RunFinder
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.finding.relatives import RelativeFinder

Notes = list[tuple[int, int]]
LENGTHS = range(8, 13)


def main() -> None:
    arguments = _arguments()
    asked: dict[str, Callable[[argparse.Namespace], object]] = {
        "search": search,
        "size": size,
        "kinship": kinship,
        "copies": copies,
    }
    print(json.dumps(asked[arguments.question](arguments), indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("question", choices=["search", "size", "kinship", "copies"])
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("--tunes", type=int, default=60_000)
    parser.add_argument("--planted", type=int, default=1000)
    parser.add_argument("--rng-seed", type=int, default=0)
    return parser.parse_args()


def search(arguments: argparse.Namespace) -> object:
    tunes = read_tunebook(bundled_tunebook())
    lines = [list(lines_of(tune.text)[0]) for tune in tunes]
    index = MelodyIndex.of_tunes(tunes)
    rng = random.Random(arguments.rng_seed)
    return {
        name: ask(index, lines, errors, count, rng)
        for name, errors, count in (
            ("none", 0, arguments.queries // 4),
            ("one", 1, arguments.queries),
            ("two", 2, arguments.queries // 4),
        )
    }


def size(arguments: argparse.Namespace) -> object:
    """Return what an index of many tunes costs."""
    bundled, rng = read_tunebook(bundled_tunebook()), random.Random(arguments.rng_seed)
    tunes = [
        replace(tune, text=with_other_notes(tune.text, rng)) if place >= len(bundled) else tune
        for place, tune in enumerate(islice(cycle(bundled), arguments.tunes))
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "melodies"
        began = time.process_time()
        kept_index(path, tunes)
        built = time.process_time() - began
        index = kept_index(path, tunes)
        loaded = time.process_time() - began - built
        megabytes = path.stat().st_size / 1e6
    lines = [[*lines_of(tune.text)[0]] for tune in bundled]
    times = []
    for _ in range(50):
        _, query = cut(lines, 1, rng)
        began = time.process_time()
        index.search(query, 5)
        times.append(time.process_time() - began)
    return {
        "tunes": len(tunes),
        "notes": len(index.notes),
        "built_s": round(built, 2),
        "loaded_s": round(loaded, 3),
        "file_mb": round(megabytes, 1),
        "memory_mb": round((3 * len(index.notes) + 8 * len(index.notes.tunes)) / 1e6, 1),
        "ms": [round(1000 * one, 1) for one in (statistics.median(times), max(times))],
    }


def kinship(arguments: argparse.Namespace) -> object:
    """Return how well variants of tunes are found, and how often others are taken for them."""
    tunes = read_tunebook(bundled_tunebook())
    index, rng = MelodyIndex.of_tunes(tunes), random.Random(arguments.rng_seed)
    finder = RunFinder(index.notes, len(tunes))
    named: dict[str, list[int]] = {}
    for place, tune in enumerate(tunes):
        named.setdefault(plain_title(tune.title), []).append(place)
    pairs = [
        (one, other)
        for places in named.values()
        for one, other in permutations(places, 2)
        if tunes[one].origin != tunes[other].origin
    ]
    nearest = RelativeFinder(tunes, finder)
    near_to = {one: nearest.find(tunes[one], 5) for one, _ in pairs}
    among_five = sum(
        any(place.tune is tunes[other] for place in near_to[one]) for one, other in pairs
    )
    by_measures = sum(
        other in relatives(finder, tunes[one].text, {one})[:5] for one, other in pairs
    )
    found = accused = asked = 0
    for source in rng.sample(range(len(tunes)), arguments.planted):
        near = near_relatives(finder, disguised(tunes[source].text, rng), set())
        found += source in near
        strangers = rng.sample(range(len(tunes)), 100)
        asked += len(strangers)
        accused += sum(one in near and one != source for one in strangers)
    return {
        "pairs_of_one_title": len(pairs),
        "among_five": among_five / len(pairs),
        "by_measures": by_measures / len(pairs),
        "planted": arguments.planted,
        "found": found / arguments.planted,
        "strangers_accused": accused / asked,
    }


def copies(arguments: argparse.Namespace) -> object:
    """Return what the health of the tunebook is with copies, and with tunes that are none."""
    tunes, rng = read_tunebook(bundled_tunebook()), random.Random(arguments.rng_seed)
    sources = rng.sample(range(len(tunes)), arguments.planted)
    planted = [replace(tunes[one], text=disguised(tunes[one].text, rng)) for one in sources]
    strangers = [replace(tunes[one], text=backwards(tunes[one].text)) for one in sources]
    began = time.process_time()
    near = near_pairs([*tunes, *planted])
    seconds = time.process_time() - began
    first = len(tunes)
    said = {one.place: one.kind for one in _repeats([*tunes, *planted]) if one.place >= first}
    pairs = [(source, first + each) for each, source in enumerate(sources)]
    # Tunes that are nearly one another are so backwards, too: they accuse each other rightly.
    accused = {
        pair[1]: alike
        for pair, alike in near_pairs([*tunes, *strangers]).items()
        if pair[0] < first <= pair[1]
    }
    all_tunes = [*tunes, *planted]
    training, _ = split_apart(all_tunes, 0.1, arguments.rng_seed)
    learned = set(map(id, training))
    sides = [id(one) in learned for one in all_tunes]
    return {
        "planted": len(pairs),
        "compared_s": round(seconds, 1),
        "found": len(said) / len(pairs),
        "near": sum(near.get(pair, False) for pair in pairs) / len(pairs),
        "accused": len(accused) / len(pairs),
        "straddling": sum(sides[one] != sides[other] for one, other in pairs) / len(pairs),
    }


def _repeats(tunes: Sequence[Tune]) -> Sequence[HealthProblem]:
    return repeated_tunes(tunes, range(len(tunes)), Kinship())


def relatives(finder: RunFinder, text: str, without: set[int]) -> list[int]:
    """Return the relatives of a tune but for some, the nearest first."""
    return [one.tune for one in _relatives(finder, text, without)]


def near_relatives(finder: RunFinder, text: str, without: set[int]) -> set[int]:
    """Return the tunes that are taken for the same tune."""
    return {one.tune for one in _relatives(finder, text, without) if one.is_same_tune}


def _relatives(finder: RunFinder, text: str, without: set[int]) -> Sequence[Relative]:
    score = parse(text)
    return finder.relatives(melodies_of(score)[0], full_measure(score), frozenset(without))


def plain_title(title: str) -> str:
    """Return a title without article, case and signs."""
    return re.sub(r"\W", "", re.sub(r"^(the|an|a) ", "", title.lower()))


def ask(
    index: MelodyIndex, lines: Sequence[Notes], errors: int, count: int, rng: random.Random
) -> object:
    """Return how often the right tune is found by queries with so many errors."""
    source_first = source_five = right_first = right_five = 0
    times: list[float] = []
    for _ in range(count):
        source, query = cut(lines, errors, rng)
        began = time.process_time()
        found = [match.tune for match in index.search(query, 5)]
        times.append(time.process_time() - began)
        source_first += found[:1] == [source]
        source_five += source in found
        own = edits(query, lines[source]) if found[:1] != [source] else 0
        are_right = [one == source or edits(query, lines[one]) <= own for one in found]
        right_first += any(are_right[:1])
        right_five += any(are_right)
    middle, slow = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    return {
        "queries": count,
        "source_first": source_first / count,
        "source_five": source_five / count,
        "right_first": right_first / count,
        "right_five": right_five / count,
        "ms": [round(1000 * one, 1) for one in (middle, slow)],
    }


def cut(lines: Sequence[Notes], errors: int, rng: random.Random) -> tuple[int, Notes]:
    """Return the tune that a query was cut from, and the query."""
    while True:
        source, length = rng.randrange(len(lines)), rng.choice(LENGTHS)
        start = rng.randrange(max(len(lines[source]) - length, 1))
        passage = lines[source][start : start + length]
        if len(passage) == length and len({pitch for pitch, _ in passage}) > 2:
            break
    key, times = rng.choice([*range(-6, 0), *range(1, 7)]), rng.choice([(1, 2), (2, 1)])
    query = [(pitch + key, length * times[0] // times[1]) for pitch, length in passage]
    for _ in range(errors):
        spoil(query, rng)
    return source, query


def spoil(query: Notes, rng: random.Random) -> None:
    """Make one note wrong, leave it out, or add one."""
    place = rng.randrange(len(query))
    pitch, length = query[place]
    other = pitch + rng.choice([-4, -3, -2, -1, 1, 2, 3, 4])
    kind = rng.choice(["wrong", "missing", "added"])
    if kind == "wrong":
        query[place] = (other, length)
    elif kind == "missing":
        del query[place]
    else:
        query.insert(place, (other, length))


def edits(query: Notes, line: Notes) -> int:
    """Return how few notes must be changed, in pitch or length, so that a line has the query."""
    first = query[0][1]
    keys = range(-24, 25)
    best = len(query)
    held = {pitch for pitch, _ in line}
    for key in keys:
        if sum(pitch + key in held for pitch, _ in query) < len(query) - best:
            continue
        for up, down in ((1, 1), (1, 2), (2, 1)):
            wanted = [(pitch + key, length * up // down) for pitch, length in query]
            best = min(best, _edits(wanted, line))
    return best if first else len(query)


def _edits(wanted: Notes, line: Notes) -> int:
    costs = [0] * (len(line) + 1)
    for row, note in enumerate(wanted, start=1):
        before, costs[0] = costs[0], row
        for place, other in enumerate(line, start=1):
            here = min(costs[place] + 1, costs[place - 1] + 1, before + (note != other))
            before, costs[place] = costs[place], here
    return min(costs)


if __name__ == "__main__":
    main()
