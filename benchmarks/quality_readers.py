"""What two readers, ours and Debian's abc2midi, find wrong in tunes."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from abcstudio.messages import english
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.score import Score

WRONG_MEASURES = frozenset({"measure-short", "measure-long", "bar-line-missing"})
READERS_AT_ONCE = 2

_ABC2MIDI_ERROR = re.compile(r"^Error in line-char ", re.MULTILINE)
_ABC2MIDI_MEASURE = re.compile(r"^Warning in line-char .*\bBar \d+ has .* time units", re.MULTILINE)
_PLACE = re.compile(r"^(Error|Warning)(?: in line-char \S+)? *:? *")
_NUMBER = re.compile(r"\d+(?:/\d+)?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader found; findings of one kind differ in places and numbers only."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader says of one tune.

    Attributes:
        without_error: It found no error.
        measures_right: And every measure is as long as it should be.
    """

    without_error: bool
    measures_right: bool
    findings: tuple[Finding, ...]


def own_verdict(score: Score) -> Verdict:
    """Return what the program's own reader says. A tune with no music in it is not right."""
    errors = any(one.severity is Severity.ERROR for one in score.diagnostics)
    wrong = any(one.code in WRONG_MEASURES for one in score.diagnostics)
    findings = tuple(
        Finding(f"{one.severity}: {one.code}", english(f"notation.{one.code}", one.parameters))
        for one in score.diagnostics
        if one.severity is not Severity.HINT
    )
    return Verdict(not errors, not errors and not wrong, findings)


def abc2midi_verdicts(texts: Sequence[str]) -> tuple[Verdict, ...]:
    """Return what `abc2midi -c` says of each text, read by a process of its own: it remembers.

    Raises:
        FileNotFoundError: It is not installed (Debian's package abcmidi).
    """
    program = shutil.which("abc2midi")
    if program is None:
        raise FileNotFoundError("abc2midi is not installed: it comes with Debian's abcmidi")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(READERS_AT_ONCE) as readers:
        paths = [Path(folder) / f"{number}.abc" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
        return tuple(readers.map(lambda path: _read(program, path), paths))


def _read(program: str, path: Path) -> Verdict:
    # It writes `barloc.txt` where it is started.
    run = subprocess.run(
        [program, str(path), "-c"], cwd=path.parent, capture_output=True, check=False
    )
    output = run.stdout.decode("utf-8", "replace")
    without_error = run.returncode == 0 and not _ABC2MIDI_ERROR.search(output)
    lines = [line for line in output.splitlines() if line.startswith(("Error", "Warning"))]
    return Verdict(
        without_error,
        without_error and not _ABC2MIDI_MEASURE.search(output),
        tuple(Finding(_kind(line), line) for line in lines),
    )


def _kind(line: str) -> str:
    return _NUMBER.sub("N", _PLACE.sub(lambda match: f"{match[1].lower()}: ", line))
