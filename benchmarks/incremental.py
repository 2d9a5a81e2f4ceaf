"""What does one keystroke cost in a tune of 200 measures, beside a parse of the whole?

Types and deletes notes at the start, in the middle and at the end of long tunes of one voice and of
two, and reads every element of each result as the window does. Each keystroke is followed by a
whole parse of the same text, which is the yardstick. Prints one JSON object; milliseconds of
processor time.

    python benchmarks/incremental.py --rounds 100
"""

import argparse
import gc
import json
import re
import statistics
import time

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.notation.score import Score

MEASURES = 200
MEASURES_IN_LINE = 4
_HEADER = "X:1\nT:Two hundred measures\nR:reel\nM:4/4\nL:1/8\nQ:1/2=100\n"
_MELODY = (
    '"G"GABc dedB', '"Em"e2ef gfed', "B2Bc {d}BAGA", "~B3A (3BcdBA",
    '"Am"A2AB c>BAB', "[Gd]2 ^c2 d2ef", "g2fg edcB", '"D7"ABcA F2D2',
)  # fmt: skip
_BASS = ("G,2D,2 G,2B,2", "E,2B,2 G,2E,2", "D,4 F,4", "G,8")
EDITS = {
    "note": "g",
    "bar line": "|",
    "chord symbol": '"Am"',
    "decoration": "!trill!",
    "measure": "abcd efga|",
}


def lines(measures: tuple[str, ...], count: int) -> list[str]:
    """Return lines of music of so many measures in all."""
    wanted = [measures[number % len(measures)] for number in range(count)]
    parts = [wanted[at : at + MEASURES_IN_LINE] for at in range(0, count, MEASURES_IN_LINE)]
    return ["|".join(part) + "|" for part in parts]


def tunes() -> dict[str, str]:
    """Return the tunes by what they show."""
    melody, bass = lines(_MELODY, MEASURES), lines(_BASS, MEASURES)
    songs = [f"{line}\nw: " + "la " * 20 for line in melody]
    return {
        "one voice": _HEADER + "K:G\n" + "\n".join(melody) + "\n",
        "one voice with lyrics": _HEADER + "K:G\n" + "\n".join(songs) + "\n",
        "two voices in turn": _HEADER + "K:G\n" + "".join(
            f"V:1\n{high}\nV:2 clef=bass\n{low}\n" for high, low in zip(melody, bass, strict=True)
        ),
        "two voices one after the other": _HEADER + "K:G\nV:1\n" + "\n".join(melody)
        + "\nV:2 clef=bass\n" + "\n".join(bass) + "\n",
    }  # fmt: skip


def place_in(text: str, part: str) -> int:
    """Return a place between two notes in the first, a middle or the last line of music."""
    found = []
    start = text.index("K:G\n") + 4
    for line in text[start:].splitlines(keepends=True):
        if line[1] != ":":
            match = re.search(r"[A-Ga-g][,\d]*(?=[ A-Ga-g])", line)
            assert match is not None
            found.append(start + match.end())
        start += len(line)
    return {"start": found[0], "middle": found[len(found) // 2], "end": found[-1]}[part]


def read_all(score: Score) -> int:
    """Read every element, as engraving and the caret do."""
    return sum(element.span.end for voice in score.voices for element in voice.elements)


def milliseconds(start: float) -> float:
    return 1000 * (time.process_time() - start)


def summary(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 3),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 3),
        "max": round(ordered[-1], 3),
    }


def keystrokes(text: str, place: int, typed: str, rounds: int) -> dict[str, object]:
    """Type a text at a place and delete it again, so many times; return what it costs."""
    parser = IncrementalParser()
    parser.update(text)
    longer = text[:place] + typed + text[place:]
    again: list[float] = []
    with_reading: list[float] = []
    whole: list[float] = []
    for number in range(2 * rounds):
        now = text if number % 2 else longer
        start = time.process_time()
        score = parser.update(now)
        again.append(milliseconds(start))
        read_all(score)
        with_reading.append(milliseconds(start))
        start = time.process_time()
        expected = parse(now)
        whole.append(milliseconds(start))
        if score != expected:
            raise SystemExit("the two readings differ")
    gc.collect()
    return {
        "update": summary(again),
        "update_and_read_all": summary(with_reading),
        "parse": summary(whole),
        "times_faster": round(statistics.median(whole) / statistics.median(again), 1),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=50)
    rounds = arguments.parse_args().rounds
    result: dict[str, object] = {}
    for name, text in tunes().items():
        for part in ("start", "middle", "end"):
            place = place_in(text, part)
            for edit, typed in EDITS.items():
                if part == "middle" or edit == "note":
                    result[f"{name}, {part}, {edit}"] = keystrokes(text, place, typed, rounds)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
