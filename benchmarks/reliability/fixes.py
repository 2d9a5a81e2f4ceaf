"""Does every fix that is offered remove its problem, bring none, and keep the music?

Applies each fix by itself: to every tune of the corpora, to real tunes with a known fault for each
code that offers a fix, and to damaged tunes. Afterwards there must be fewer findings of its code
and no more of any other; and but for fixes of repeats and bar lines, the same must sound. In
damaged tunes a fix may do otherwise, but then the window must hold it back.
Prints one JSON object with the counts for each code; the exit code is 0 when every fix is right and
every code that offers one was seen often enough.

    python benchmarks/reliability/fixes.py --corpora irish.abc path/to/music21/corpus
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from abc_inputs import mutated
from music_faults import FAULTS, faulty

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import AbcStudioError, EditError
from abcstudio.notation.diagnostics import Diagnostic
from abcstudio.notation.editing.fixing import CHANGES_SOUND, fixed_text
from abcstudio.notation.editing.sounding import sound_of
from abcstudio.notation.editing.writer import apply_changes
from abcstudio.notation.limits import KEPT_FOR_LIMITS, MAX_DIAGNOSTICS
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.paths import bundled_tunebook

LEAST_SEEN = 10
MAX_FAILURES = 30


@dataclass
class Tally:
    """What the fixes did.

    Attributes:
        offered: How many fixes of each code were tried.
        refused: How many of them the check before applying holds back, in damaged tunes.
        without: How many findings of each code offered none.
    """

    texts: int = 0
    offered: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    without: Counter[str] = field(default_factory=Counter)
    failures: list[dict[str, Any]] = field(default_factory=list)

    def examine(self, source: str, text: str, *, may_be_refused: bool) -> None:
        """Apply each fix of a text by itself."""
        self.texts += 1
        score = parse(text)
        if len(score.diagnostics) >= MAX_DIAGNOSTICS - KEPT_FOR_LIMITS:
            return  # Not all is listed: what a fix uncovers would look new.
        for found in score.diagnostics:
            if found.fix is None:
                self.without[found.code] += 1
                continue
            self.offered[found.code] += 1
            wrong = list(faults_of(score, found))
            if is_refused(score, found) != bool(wrong):
                wrong.append("the check before it says otherwise")
            elif wrong and may_be_refused:
                self.refused[found.code] += 1
                continue
            self.failures += [
                {"source": source, "code": found.code, "wrong": each, "text": text}
                for each in wrong
            ]


def is_refused(score: Score, found: Diagnostic) -> bool:
    """Return whether the window would not apply the fix of a finding."""
    try:
        fixed_text(score, found)
    except EditError:
        return True
    return False


def faults_of(score: Score, found: Diagnostic) -> Iterator[str]:
    """Yield what is wrong with the fix of a finding."""
    assert found.fix is not None
    fixed = parse(apply_changes(score.text, [found.fix]))
    before = Counter(each.code for each in score.diagnostics)
    after = Counter(each.code for each in fixed.diagnostics)
    if after[found.code] >= before[found.code]:
        yield "the problem is still there"
    if new := after - before:
        yield f"new: {dict(new)}"
    if found.fix.message_id not in CHANGES_SOUND and sound_of(score) != sound_of(fixed):
        yield "other music"


def corpus_texts(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every tune of the tunebooks and folders."""
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("*.abc")):
            try:
                tunes = read_tunebook(file)
            except (OSError, AbcStudioError) as error:
                raise SystemExit(f"{file}: {error}") from error
            for tune in tunes:
                yield f"{file.name}#{tune.number}", tune.text


def made_texts(
    tunes: Sequence[str], faults_each: int, damaged: int, seed: int
) -> Iterator[tuple[str, str]]:
    """Yield tunes with known faults and damaged ones, each with what it follows from."""
    for code in FAULTS:
        for number in range(faults_each):
            yield f"{code} {number}", faulty(Random(f"{seed}/{code}/{number}"), tunes, code)
    for number in range(damaged):
        yield f"damaged {number}", mutated(Random(f"{seed}/{number}"), tunes)


def examine_all(sources: Iterable[tuple[str, str]]) -> Tally:
    """Apply the fixes of all texts, tune by tune as the window reads them."""
    tally = Tally()
    for source, text in sources:
        for tune in [tune.text for tune in split_tunebook(text)] or [text]:
            tally.examine(source, tune, may_be_refused=source.startswith("damaged"))
    return tally


def report(tally: Tally, least_seen: int) -> dict[str, Any]:
    """Return what came of it, ready for JSON."""
    rare = [code for code in FAULTS if tally.offered[code] < least_seen]
    failures = Counter(failure["code"] for failure in tally.failures)
    return {
        "passed": not tally.failures and not rare,
        "texts": tally.texts,
        "fixes_tried": sum(tally.offered.values()),
        "held_back_in_damaged_tunes": dict(tally.refused.most_common()),
        "wrong": len(tally.failures),
        "wrong_by_code": dict(failures.most_common()),
        "tried_by_code": dict(sorted(tally.offered.items())),
        "codes_seen_too_seldom": rare,
        "codes_not_among_the_faults": sorted(set(tally.offered) - set(FAULTS)),
        "found_without_a_fix": dict(tally.without.most_common()),
        "first_wrong": [
            {name: value for name, value in failure.items() if name != "text"}
            for failure in tally.failures[:MAX_FAILURES]
        ],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, nargs="*", default=[], help="besides the bundled")
    parser.add_argument("--faults", type=int, default=200, help="tunes with each known fault")
    parser.add_argument("--damaged", type=int, default=10_000, help="damaged tunes")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--failures", type=Path, help="write what went wrong as JSON lines")
    options = parser.parse_args()
    began = time.monotonic()
    corpus = list(corpus_texts([bundled_tunebook(), *options.corpora]))
    tunes = [text for _, text in corpus]
    whole = examine_all(corpus)
    made = examine_all(made_texts(tunes, options.faults, options.damaged, options.seed))
    parts = {"corpora": report(whole, 0), "faulty_and_damaged": report(made, LEAST_SEEN)}
    if options.failures:
        lines = [json.dumps(failure) + "\n" for failure in whole.failures + made.failures]
        options.failures.write_text("".join(lines), encoding="utf-8")
    passed = all(part["passed"] for part in parts.values())
    seconds = round(time.monotonic() - began, 1)
    print(json.dumps({"passed": passed, "seconds": seconds, **parts}, indent=1))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
