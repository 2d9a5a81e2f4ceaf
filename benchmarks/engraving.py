"""Is every tune engraved, and does every note lead to its own characters and back?

Engraves tunebooks tune by tune through the program's own code, in a child process: what would kill
Verovio kills the child, is counted as a failure of that tune, and the rest goes on in a new one.
Of each tune it compares all notes of the voices that are shown with the score: each must stand in
it with a box under the id `n-<offset of its first character>`, and each such id must be a note's.
Every tenth tune (`--edits`) is then changed in one line and drawn again as the window does while a
person types, which must give the score that the whole tune gives.

Prints one JSON object: failures by name, the share of notes, and what the steps take, in
milliseconds of processor time. Exits 0 only when every tune is engraved and the share is 100 %.

    python benchmarks/engraving.py                          the bundled tunebook
    python benchmarks/engraving.py --corpora irish.abc --every 10
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NOTE = re.compile(r"[\^_=]*[\d/]*[A-Ga-g][,']*")
STEPS = ("parse", "mei", "load", "draw", "read", "scene")
PATIENCE_SECONDS = 60


def main() -> int:
    """Engrave, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", nargs="*", type=Path, help="tunebooks instead of the bundled")
    parser.add_argument("--every", type=int, default=1, help="only every so-manieth tune")
    parser.add_argument("--edits", type=int, default=10, help="change every so-manieth of these")
    parser.add_argument("--worker", nargs=2, metavar=("FILE", "FIRST"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        engrave_tunes(Path(options.worker[0]), int(options.worker[1]), options)
        return 0
    from abcstudio.paths import bundled_tunebook

    books = options.corpora or [bundled_tunebook()]
    seen = [line for book in books for line in engraved(book, options)]
    result = summary(seen)
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0 if result["passed"] else 1


def engraved(book: Path, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Yield what children say about each tune of a book."""
    first = 0
    while True:
        command = [sys.executable, __file__, "--worker", str(book), str(first)]
        command += ["--every", str(options.every), "--edits", str(options.edits)]
        started: dict[str, Any] | None = None
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                said = json.loads(line)
                started = said if "tune" not in said else None
                if "tune" in said:
                    yield said
        if process.returncode == 0:
            return
        if started is None:
            raise SystemExit(f"the child ended with {process.returncode}")
        ended = f"the process ended with {process.returncode}"
        yield {"tune": started["begun"], "failures": [ended], "notes": 0, "found": 0, "ms": {}}
        first = started["index"] + 1


def summary(seen: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the figures of all tunes together."""
    notes = sum(one["notes"] for one in seen)
    found = sum(one["found"] for one in seen)
    failures = [{"tune": one["tune"], "why": why} for one in seen for why in one["failures"]]
    times = {
        step: percentiles([one["ms"][step] for one in seen if step in one["ms"]])
        for step in (*STEPS, "change")
    }
    return {
        "tunes": len(seen),
        "failures": len(failures),
        "failed": failures[:50],
        "notes": notes,
        "share": found / notes if notes else 0.0,
        "changed_and_drawn_again": sum("change" in one["ms"] for one in seen),
        "ms": times,
        "passed": bool(seen) and not failures and notes == found,
    }


def percentiles(values: list[float]) -> dict[str, float]:
    """Return the middle and the end of some figures."""
    ordered = sorted(values)
    if not ordered:
        return {}
    return {
        "p50": round(ordered[len(ordered) // 2], 2),
        "p95": round(ordered[len(ordered) * 95 // 100], 2),
        "max": round(ordered[-1], 2),
    }


def engrave_tunes(book: Path, first: int, options: argparse.Namespace) -> None:
    """Engrave the tunes of a book from one on; a line of JSON before and after each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from abcstudio.corpus.tunebook import split_tunebook
    from abcstudio.files import read_text_file

    app = QApplication([])
    tunes = split_tunebook(read_text_file(book).text)
    for index in range(first, len(tunes)):
        if index % options.every:
            continue
        tune = tunes[index]
        name = f"{book.name} X:{tune.reference_number} {tune.title}"
        print(json.dumps({"begun": name, "index": index}), flush=True)
        is_edited = index // options.every % options.edits == 0
        print(json.dumps({"tune": name, **engrave_tune(tune, is_edited)}), flush=True)
    del app


def engrave_tune(tune: Any, is_edited: bool) -> dict[str, Any]:
    """Engrave one tune, compare its notes and take the times."""
    from abcstudio.engraving.drawing import verovio_toolkit
    from abcstudio.engraving.drawing.svg_reader import read_svg
    from abcstudio.engraving.mei.mei import mei_of
    from abcstudio.notation.reader.parser import parse
    from abcstudio.ui.look.theme import LIGHT
    from abcstudio.ui.score.score_scene import ScoreScene

    moments = [time.process_time()]

    def passed() -> None:
        moments.append(time.process_time())

    failures: list[str] = []
    score = parse(tune.text, tune.file_header)
    passed()
    mei = mei_of(score)
    passed()
    toolkit = verovio_toolkit._toolkit()
    layout = verovio_toolkit.roomy(mei, verovio_toolkit.EngravingOptions())
    toolkit.setOptions(verovio_toolkit._verovio_options(layout))
    is_loaded = toolkit.loadData(mei)
    passed()
    svg = toolkit.renderToSVG(1) if is_loaded else ""
    if not svg:
        return {"failures": ["Verovio draws nothing"], "notes": 0, "found": 0, "ms": {}}
    passed()
    engraved = read_svg(svg)
    passed()
    scene = ScoreScene(engraved, LIGHT)
    passed()
    del scene
    wanted, drawn = notes_of(score), drawn_notes(engraved)
    strange = sorted(o for o in wanted if not is_note(score, o))
    for what, places in (
        ("not in the score", wanted - drawn),
        ("in the score and no note", drawn - wanted),
        ("not a note's first character", set(strange)),
    ):
        if places:
            failures.append(f"{what}: {sorted(places)[:8]}")
    steps = zip(STEPS, moments, moments[1:], strict=False)
    times = {step: round(1000 * (end - begin), 3) for step, begin, end in steps}
    if is_edited and not failures:
        times["change"], why = changed_and_drawn(tune.text, tune.file_header)
        failures += why
    good = len(wanted & drawn) - len(strange)
    return {"failures": failures, "notes": len(wanted | drawn), "found": good, "ms": times}


def notes_of(score: Any) -> set[int]:
    """Return the first characters of all notes of the voices that are shown."""
    from abcstudio.notation.score import Chord

    staves = score.layout.staves if score.layout is not None else ()
    shown = {voice_id for staff in staves for voice_id in staff.voices}
    places = set()
    for voice in score.voices:
        if staves and voice.voice_id not in shown and voice.overlay_of not in shown:
            continue
        for element in voice.elements:
            if isinstance(element, Chord):
                graces = element.grace_notes.notes if element.grace_notes else ()
                places |= {note.span.start for note in (*graces, *element.notes)}
    return places


def drawn_notes(engraved: Any) -> set[int]:
    """Return the numbers of the ids of notes that have a box of some size."""
    return {
        note.offset
        for note in engraved.notes
        if note.element_id.startswith("n-")
        and note.box.right > note.box.left
        and note.box.bottom > note.box.top
    }


def is_note(score: Any, offset: int) -> bool:
    """Return whether a note is written at a place; what a macro writes has no place of its own."""
    return bool(NOTE.match(score.text, offset)) or any(
        field.letter == "m" for field in score.fields
    )


def changed_and_drawn(text: str, file_header: str) -> tuple[float, list[str]]:
    """Type a note into a tune and draw it as the window does; return the time and what is wrong."""
    from abcstudio.engraving.drawing.score_drawer import ScoreDrawer
    from abcstudio.engraving.drawing.svg_reader import read_svg
    from abcstudio.engraving.drawing.verovio_toolkit import draw
    from abcstudio.engraving.mei.mei import mei_of
    from abcstudio.notation.reader.parser import parse

    places = [found.start() for found in re.finditer(r"(?<=[A-Ga-g])(?=[ A-Ga-g|])", text)]
    chance = random.Random(len(text))
    drawer = ScoreDrawer()
    drawer.draw(mei_of(parse(text, file_header)))
    taken, wrong = [], []
    for typed in "g|-2":
        if not places:
            break
        place = chance.choice(places)
        changed = text[:place] + typed + text[place:]
        mei = mei_of(parse(changed, file_header))
        begun = time.process_time()
        engraved = drawer.draw(mei)
        taken.append(1000 * (time.process_time() - begun))
        whole = read_svg(draw(mei))
        if (engraved.items, engraved.width, engraved.height) != (
            whole.items,
            whole.width,
            whole.height,
        ):
            wrong.append(f"{typed} at {place} is not drawn as in the whole")
    return round(sorted(taken)[len(taken) // 2], 3) if taken else 0.0, wrong


if __name__ == "__main__":
    sys.exit(main())
