"""Is a tune found by its title as people type it, and how quickly?

    python benchmarks/typed_titles.py kinds --titles 300
    python benchmarks/typed_titles.py size --tunes 60000

`kinds`  Titles of the bundled tunes, each misspelled in one way: for every kind the number of
         titles that can be so misspelled, and how many percent of them stand first and among the
         first five. A tune stands there where it has that title; others of the same title count as
         it. `filter` is the line above the table of tunes, which looks for the words as typed:
         how many percent it shows at all among five tunes or fewer.
`size`   So many tunes, titles made by changing letters of the bundled ones: seconds of processor
         time to build, milliseconds a search, the median and the 95th percentile.

Bounds: each kind 95 % among five; 100 ms a search with 60,000 tunes.
"""

import argparse
import json
import random
import re
import statistics
import string
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from abcstudio.corpus.browsing.query import read_query
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.title_index.title_index import TitleIndex
from abcstudio.corpus.tune import Tune
from abcstudio.paths import bundled_tunebook

Rng = random.Random
Misspell = Callable[[str, Rng], str]

ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("question", choices=["kinds", "size"])
    parser.add_argument("--titles", type=int, default=300)
    parser.add_argument("--tunes", type=int, default=60_000)
    parser.add_argument("--rng-seed", type=int, default=0)
    arguments = parser.parse_args()
    asked = {"kinds": kinds, "size": size}
    print(json.dumps(asked[arguments.question](arguments), indent=1))


def kinds(arguments: argparse.Namespace) -> object:
    """Return for each kind of misspelling how many titles are found."""
    tunes = read_tunebook(bundled_tunebook())
    rng = Rng(arguments.rng_seed)
    drawn = rng.sample(sorted({tune.title for tune in tunes}), arguments.titles)
    book = accented_and_renamed(tunes, set(drawn))
    index, table = TitleIndex(book), TuneIndex(book)
    found = {}
    for name, misspell in KINDS.items():
        # Few titles have a Mac in them: those are drawn from all.
        fit = [title for title in drawn if misspell(title, Rng(0)) != title]
        if len(fit) < arguments.titles // 10:
            others = sorted({tune.title for tune in tunes} - set(drawn))
            fit += [title for title in others if misspell(title, Rng(0)) != title]
            fit = fit[: arguments.titles]
        typed = [(title, misspell(title, rng)) for title in fit]
        if not typed:
            continue
        ranks = [rank(index, book, title, words) for title, words in typed]
        found[name] = {
            "titles": len(typed),
            "first": percent(rank == 0 for rank in ranks),
            "five": percent(rank < 5 for rank in ranks),
            "filter": percent(is_shown(table, title, words) for title, words in typed),
            "example": typed[0],
        }
    return found


def size(arguments: argparse.Namespace) -> object:
    """Return what an index of many titles costs."""
    bundled, rng = read_tunebook(bundled_tunebook()), Rng(arguments.rng_seed)
    tunes = [
        replace(tune, title=wrong(wrong(tune.title, rng), rng)) if place >= len(bundled) else tune
        for place, tune in enumerate(islice(cycle(bundled), arguments.tunes))
    ]
    began = time.process_time()
    index = TitleIndex(tunes)
    built = time.process_time() - began
    times = []
    for tune in rng.sample(tunes, 200):
        typed = KINDS[rng.choice([*KINDS])](tune.title, rng)
        began = time.process_time()
        index.search(typed, 20)
        times.append(1000 * (time.process_time() - began))
    return {
        "tunes": len(tunes),
        "built_s": round(built, 2),
        "ms": [round(statistics.median(times), 1), round(statistics.quantiles(times, n=20)[-1], 1)],
    }


def accented_and_renamed(tunes: Sequence[Tune], drawn: set[str]) -> list[Tune]:
    """Return tunes of which every third drawn one is called otherwise first, or has accents."""
    book = []
    for place, tune in enumerate(tunes):
        if tune.title not in drawn or place % 3 == 0:
            book.append(tune)
        elif place % 3 == 1:
            lines = f"T:Gan Ainm {place}\nT:{tune.title}"
            text = tune.text.replace(f"T:{tune.title}", lines, 1)
            book.append(replace(tune, title=f"Gan Ainm {place}", text=text))
        else:
            accented = tune.title.translate(ACCENTS)
            text = tune.text.replace(f"T:{tune.title}", f"T:{accented}", 1)
            book.append(replace(tune, title=accented, text=text))
    return book


def rank(index: TitleIndex, book: Sequence[Tune], title: str, words: str) -> int:
    """Return at which place a tune of a title is found, a large number for none."""
    meant = {title, title.translate(ACCENTS)}
    found = index.search(words, 20)
    places = [at for at, match in enumerate(found) if match.title in meant]
    return places[0] if places else len(book)


def is_shown(table: TuneIndex, title: str, words: str) -> bool:
    """Return whether the line above the table shows a tune of a title among five or fewer."""
    shown = list(table.having(read_query(words)))
    meant = {title, title.translate(ACCENTS)}
    return len(shown) <= 5 and any(tune.title in meant for tune in shown)


def percent(hits: Iterable[bool]) -> float:
    every = list(hits)
    return round(100 * sum(every) / len(every), 1)


def missing(title: str, rng: Rng) -> str:
    at = letter(title, rng)
    return title[:at] + title[at + 1 :]


def wrong(title: str, rng: Rng) -> str:
    at = letter(title, rng)
    other = rng.choice([one for one in string.ascii_lowercase if one != title[at].lower()])
    return title[:at] + other + title[at + 1 :]


def swapped(title: str, rng: Rng) -> str:
    places = [
        at
        for at in range(len(title) - 1)
        if title[at].isalpha() and title[at + 1].isalpha() and title[at] != title[at + 1]
    ]
    at = rng.choice(places) if places else 0
    return title[:at] + title[at + 1 : at + 2] + title[at] + title[at + 2 :]


def doubled(title: str, rng: Rng) -> str:
    at = letter(title, rng)
    return title[: at + 1] + title[at:]


def letter(title: str, rng: Rng) -> int:
    return rng.choice([at for at, one in enumerate(title) if one.isalpha()])


def moved(title: str, _rng: Rng) -> str:
    match = re.match(r"(The|A|An) (.+)", title)
    return f"{match[2]}, {match[1]}" if match else title


def replaced(pattern: str, by: str) -> Misspell:
    return lambda title, _rng: re.sub(pattern, by, title)


KINDS: dict[str, Misspell] = {
    "small letters": lambda title, _rng: title.lower(),
    "capitals": lambda title, _rng: title.upper(),
    "accents added": lambda title, _rng: title.translate(ACCENTS),
    "the left out": replaced(r"^(The|A|An) ", ""),
    "the behind": moved,
    "the added": lambda title, _rng: title if re.match("(The|A|An) ", title) else f"The {title}",
    "apostrophe left out": replaced(r"['’]", ""),
    "apostrophe of print": replaced(r"'", "’"),
    "apostrophe as accent": replaced(r"'", "`"),
    "apostrophe as space": replaced(r"(?<=\w)'(?=\w)", " "),
    "Mac for Mc": replaced(r"\bMc(?=[A-Z])", "Mac"),
    "M' for Mc": replaced(r"\bMa?c(?=[A-Z])", "M'"),
    "Mc for Mac": replaced(r"\bMac(?=[A-Z])", "Mc"),
    "Mac apart": replaced(r"\bMa?c(?=[A-Z])", "Mac "),
    "O' without sign": replaced(r"\bO'(?=[A-Z])", "O"),
    "O' apart": replaced(r"\bO'(?=[A-Z])", "O "),
    "one letter missing": missing,
    "one letter wrong": wrong,
    "two letters swapped": swapped,
    "one letter doubled": doubled,
    "no spaces": replaced(" ", ""),
}


if __name__ == "__main__":
    main()
