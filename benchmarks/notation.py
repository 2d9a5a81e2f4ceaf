"""Does a plain export sound as abc2midi's does, and how fast is it?

Every tune of the corpora is performed plainly and compared, as a list of notes, with abc2midi's
reading (Debian's abcmidi) through an oracle module that offers `reference(text)`,
`compare(notes, notes)` and `read_midi(path)`. A tune that differs is given to the rows of the table
of readings whose cause, taken out of the text, makes both play alike
(benchmarks/reading_differences.py); what no row explains is a defect of ours until read by eye.
Prints one JSON object.

    python benchmarks/notation.py --oracle abc_oracle.py --corpora irish.abc music21/corpus

With `--peers 300`, music21 and abcnotes read a sample beside us (benchmarks/notation_peers.py).
"""

import argparse
import importlib.util
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from notation_peers import compare_peers
from reading_differences import rows_of, rows_that_hold

from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform

TIMED_CORPORA = ("irish", "oneills1850", "ryansMammoth")


@dataclass
class Result:
    """What became of one tune."""

    corpus: str
    name: str
    text: str
    equal: bool = False
    kind: str = ""
    detail: str = ""
    rows: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()
    to_performance_ms: float = 0.0
    to_midi_ms: float = 0.0


@dataclass
class Corpus:
    """The results of one corpus."""

    results: list[Result] = field(default_factory=list)

    def summary(self) -> dict[str, object]:
        """Return its shares."""
        tunes = len(self.results)
        different = [result for result in self.results if not result.equal]
        unassigned = [result for result in different if not result.rows]
        rows = Counter(" + ".join(result.rows) for result in different if result.rows)
        holding = Counter(row for result in self.results for row in result.holding)
        return {
            "tunes": tunes,
            "equal": tunes - len(different),
            "equal_share": round(1 - len(different) / tunes, 5),
            "unassigned": len(unassigned),
            "unassigned_share": round(len(unassigned) / tunes, 5),
            "rows": dict(rows.most_common()),
            "tunes_that_rows_hold_for": dict(holding.most_common()),
        }


def load_oracle(path: Path) -> ModuleType:
    """Import the oracle from its file."""
    spec = importlib.util.spec_from_file_location("abc_oracle", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no Python module: {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["abc_oracle"] = module
    spec.loader.exec_module(module)
    return module


def tunes_of(paths: list[Path]) -> Iterator[tuple[str, str, str]]:
    """Yield corpus, name and text of every tune; a folder of tunebooks is one corpus."""
    for path in paths:
        files = [path] if path.is_file() else sorted(path.rglob("*.abc"))
        for file in files:
            corpus = file.stem if path.is_file() else file.parent.name
            for tune in read_tunebook(file):
                yield corpus, f"{file.name}#{tune.number}", tune.text


def examine(oracle: ModuleType, result: Result) -> None:
    """Perform one tune and compare it."""
    start = time.process_time()
    score = parse(result.text)
    performance = perform(score, PLAIN)
    performed = time.process_time()
    data = midi_bytes(performance)
    written = time.process_time()
    result.to_performance_ms = 1000 * (performed - start)
    result.to_midi_ms = 1000 * (written - start)
    with tempfile.NamedTemporaryFile(suffix=".mid") as file:
        file.write(data)
        file.flush()
        ours = oracle.read_midi(file.name)["notes"]
    verdict = oracle.compare(oracle.reference(result.text)["notes"], ours)
    result.equal = verdict["equal"]
    result.kind, result.detail = verdict["cls"], verdict["detail"]
    result.holding = rows_that_hold(result.text)
    if not result.equal:
        result.rows = rows_of(result.text, lambda text: agree(oracle, text))


def agree(oracle: ModuleType, text: str) -> bool:
    """Return whether a text is played alike by both."""
    reference = oracle.reference(text)["notes"]
    ours = [
        (note.onset_beats, note.duration_beats, note.pitch, note.voice)
        for note in perform(parse(text), PLAIN).notes
    ]
    return bool(reference) and bool(oracle.compare(reference, ours)["equal"])


def timings(results: list[Result]) -> dict[str, object]:
    """Return medians and maxima over the tunes that the promise is about, else over all."""
    timed = [result for result in results if result.corpus in TIMED_CORPORA] or results
    performance = [result.to_performance_ms for result in timed]
    midi = [result.to_midi_ms for result in timed]
    return {
        "tunes": len(timed),
        "text_to_performance_median_ms": round(statistics.median(performance), 3),
        "text_to_midi_median_ms": round(statistics.median(midi), 3),
        "text_to_performance_max_ms": round(max(performance), 2),
        "text_to_midi_max_ms": round(max(midi), 2),
        "all_tunes_max_ms": round(max(result.to_midi_ms for result in results), 2),
    }


def peer_results(
    oracle: ModuleType, corpora: dict[str, Corpus], count: int, chance: random.Random
) -> dict[str, object]:
    """Let the peers read a sample, as many tunes of each corpus; the timed ones apart."""
    samples: dict[bool, list[str]] = {True: [], False: []}
    for name, corpus in corpora.items():
        texts = [result.text for result in corpus.results]
        size = min(len(texts), count // len(corpora))
        samples[name in TIMED_CORPORA] += chance.sample(texts, size)
    return {
        "mixed": compare_peers(oracle, samples[True] + samples[False]),
        "timed_corpora": compare_peers(oracle, samples[True]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--oracle", type=Path, required=True, help="path of abc_oracle.py")
    parser.add_argument("--corpora", type=Path, nargs="+", required=True)
    parser.add_argument("--limit", type=int, help="a random sample of so many tunes a corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", type=int, default=0, help="so many tunes to the peers, too")
    parser.add_argument("--different", type=Path, help="write the differing tunes as JSON lines")
    arguments = parser.parse_args()
    oracle = load_oracle(arguments.oracle)
    by_corpus: dict[str, list[Result]] = {}
    for corpus, name, text in tunes_of(arguments.corpora):
        by_corpus.setdefault(corpus, []).append(Result(corpus, name, text))
    chance = random.Random(arguments.seed)
    corpora: dict[str, Corpus] = {}
    for corpus, results in by_corpus.items():
        if arguments.limit and len(results) > arguments.limit:
            results = chance.sample(results, arguments.limit)
        for result in results:
            examine(oracle, result)
        corpora[corpus] = Corpus(results)
    everything = Corpus([result for corpus in corpora.values() for result in corpus.results])
    if arguments.different:
        write_different(arguments.different, everything.results)
    summary = {name: corpus.summary() for name, corpus in corpora.items()}
    peers = peer_results(oracle, corpora, arguments.peers, chance) if arguments.peers else {}
    print(
        json.dumps(
            {
                "corpora": summary,
                "all": everything.summary(),
                "timings": timings(everything.results),
                "peers": peers,
            },
            indent=1,
        )
    )


def write_different(path: Path, results: list[Result]) -> None:
    """Write what differs, for reading by eye."""
    lines = [
        json.dumps(
            {
                "corpus": result.corpus,
                "name": result.name,
                "kind": result.kind,
                "detail": result.detail,
                "rows": result.rows,
                "text": result.text,
            }
        )
        for result in results
        if not result.equal
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
