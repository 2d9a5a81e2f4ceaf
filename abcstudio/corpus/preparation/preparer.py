"""Making a corpus of tunes step by step; what a change leaves alone is not done again."""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from abcstudio.corpus.health.odd_characters import without_odd_characters
from abcstudio.corpus.kinship.near_tunes import near_pairs
from abcstudio.corpus.kinship.split_apart import split_apart
from abcstudio.corpus.preparation.preparation import FAMILIES, KEEP, Preparation
from abcstudio.corpus.preparation.selection import selected
from abcstudio.corpus.similarity import duplicates, families, quick_contours
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import body_of, tune_in
from abcstudio.errors import EditError
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.editing.fixing import fix_problems
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose_to
from abcstudio.notation.score import Chord
from abcstudio.stopping import stop_if_asked

_VOICE_LINE = re.compile(r"[ \t]*V:[ \t]*([^\s%]+)")
_VOICE_IN_LINE = re.compile(r"\[V:[ \t]*([^\s\]]+)[^\]]*\]")
_STAVES = re.compile(r"%%(?:score|staves)\b")
_FIELD = re.compile(r"[ \t]*[A-Za-z+]:(?![|:\]])")
_OVERLAY = re.compile(r"&[^|\n]*")
_QUOTED = re.compile(r"\"[^\"\n]*\"|![^!\n]*!")


def one_voice(text: str) -> str:
    """Return a tune's text without the voices after the first, and without overlays."""
    body = body_of(text)
    has_voices = "V:" in text
    if not has_voices and "&" not in _QUOTED.sub("", body):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = _first_voice(lines) if has_voices else lines
    head = next((at for at, line in enumerate(kept) if line.lstrip().startswith("K:")), -1) + 1
    music = (line if _FIELD.match(line) or '"' in line else _OVERLAY.sub("", line)
             for line in kept[head:])  # fmt: skip
    return "\n".join([*kept[:head], *music])


def _first_voice(lines: list[str]) -> list[str]:
    """Return the header without its voices, and the lines of the voice that has the first music."""
    kept: list[str] = []
    first = voice = ""
    is_body = False
    for line in lines:
        if not is_body:
            is_body = line.lstrip().startswith("K:")
            if not _VOICE_LINE.match(line) and not _STAVES.match(line):
                kept.append(line)
            continue
        if match := _VOICE_LINE.match(line):
            voice = match[1]
            continue
        if _STAVES.match(line):
            continue
        if match := _VOICE_IN_LINE.match(line.lstrip()):
            voice = match[1]
            line = _VOICE_IN_LINE.sub("", line, count=1)
        if not first and line.strip() and not _FIELD.match(line) and not line.startswith("%"):
            first = voice or "1"
        if not first or (voice or "1") == first:
            kept.append(line)
    return kept


SELECT, CLEAN, ONE_VOICE, TRANSPOSE, DROP, SPLIT = STEPS = (
    "select", "clean", "one_voice", "transpose", "drop", "split",
)  # fmt: skip

_EVERY = 50


@dataclass(frozen=True, slots=True)
class StepCount:
    """What a step has left.

    Attributes:
        step: One of `STEPS`.
        tunes: How many tunes there are after it.
        changed: How many of them it has changed; of the last step, how many are held out.
    """

    step: str
    tunes: int
    changed: int


@dataclass(frozen=True, slots=True)
class PreparedTunes:
    """A corpus: what is learned from, what is held out, and what each step has left."""

    training: tuple[Tune, ...]
    held_out: tuple[Tune, ...]
    counts: tuple[StepCount, ...]


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far a step is.

    Attributes:
        counts: What the steps before it have left.
    """

    step: str
    done: int
    tunes: int
    counts: tuple[StepCount, ...] = ()


Report = Callable[[StepProgress], object]
_Tunes = tuple[Tune, ...]


class Preparer:
    """Takes the steps, and remembers what each has made of the tunes before it."""

    def __init__(self) -> None:
        self._made: list[tuple[Hashable, _Tunes, _Tunes]] = []

    def prepare(
        self,
        tunes: Sequence[Tune],
        steps: Preparation,
        report: Report = lambda _progress: None,
    ) -> PreparedTunes:
        """Return what the steps make of tunes."""
        now: _Tunes = tuple(tunes)
        counts: list[StepCount] = []
        for number, (name, how, act) in enumerate(_steps_of(steps)):
            turn = _Turn(act, name, report, tuple(counts))
            before, now = now, self._after(number, now, how, turn)
            known = set(map(id, before))
            counts.append(StepCount(name, len(now), sum(id(tune) not in known for tune in now)))
        share, seed = steps.validation_percent / 100, steps.rng_seed

        def tell(done: int, of: int) -> None:
            report(StepProgress(SPLIT, done, of, tuple(counts)))

        training, held_out = now, tuple[Tune, ...]()
        if share:
            training, held_out = split_apart(now, share, seed, tell)
        counts.append(StepCount(SPLIT, len(training), len(held_out)))
        return PreparedTunes(training, held_out, tuple(counts))

    def _after(self, number: int, before: _Tunes, how: Hashable, turn: "_Turn") -> _Tunes:
        if number < len(self._made):
            known_how, known_before, known_after = self._made[number]
            if known_how == how and _are_same(known_before, before):
                return known_after
        del self._made[number:]
        after = turn.take(before)
        self._made.append((how, before, after))
        return after


@dataclass(frozen=True, slots=True)
class _Turn:
    """One step at work."""

    act: Callable[[_Tunes, "_Turn"], _Tunes]
    step: str
    report: Report
    counts: tuple[StepCount, ...] = ()

    def take(self, tunes: _Tunes) -> _Tunes:
        stop_if_asked()
        self.tell(0, len(tunes))
        return self.act(tunes, self)

    def tell(self, done: int, tunes: int) -> None:
        """Say how many tunes the step has done, and of how many."""
        self.report(StepProgress(self.step, done, tunes, self.counts))

    def each(self, tunes: _Tunes, change: Callable[[Tune], str | None]) -> _Tunes:
        """Return tunes with other texts; one without a text is dropped."""
        after: list[Tune] = []
        for done, tune in enumerate(tunes):
            if done % _EVERY == 0:
                stop_if_asked()
                self.tell(done, len(tunes))
            text = change(tune)
            if text is not None:
                after.append(tune if text == tune.text else _with_text(tune, text))
        return tuple(after)


def _are_same(one: _Tunes, other: _Tunes) -> bool:
    return len(one) == len(other) and all(map(lambda a, b: a is b, one, other))


def _steps_of(
    steps: Preparation,
) -> tuple[tuple[str, Hashable, Callable[[_Tunes, _Turn], _Tunes]], ...]:
    """Return each step with what decides it and what it does, the split left out."""
    asked, marks, tonic, repeats = steps.asked, steps.marks, steps.tonic, steps.repeats
    return (
        (
            SELECT,
            (asked, marks),
            lambda tunes, turn: selected(tunes, asked, marks, turn.tell),
        ),
        (CLEAN, steps.clean, lambda t, turn: turn.each(t, _cleaned) if steps.clean else t),
        (
            ONE_VOICE,
            steps.one_voice,
            lambda t, turn: (
                turn.each(t, lambda tune: one_voice(tune.text)) if steps.one_voice else t
            ),
        ),
        (
            TRANSPOSE,
            tonic,
            lambda t, turn: turn.each(t, lambda tune: _moved(tune.text, tonic)) if tonic else t,
        ),
        (DROP, repeats, lambda t, turn: _without_repeats(t, repeats, turn)),
    )


def _cleaned(tune: Tune) -> str | None:
    return _clean_text(tune.text, tune.file_header)


@lru_cache(maxsize=50_000)
def _clean_text(text: str, file_header: str) -> str | None:
    """Return a tune's text with its problems fixed, None for one that has no music to learn."""
    fixed = without_odd_characters(text)
    # An empty line parts a tune from its music.
    lines = fixed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fixed = "\n".join(line.rstrip() for line in lines if line.strip())
    fixed = fix_problems(fixed, None, file_header).text
    score = parse(fixed, file_header)
    has_notes = any(isinstance(each, Chord) for voice in score.voices for each in voice.elements)
    is_broken = any(found.severity == Severity.ERROR for found in score.diagnostics)
    return fixed if has_notes and not is_broken else None


def _moved(text: str, tonic: str) -> str:
    try:
        return transpose_to(text, tonic)
    except EditError:
        # Its key would need more than seven sharps or flats: it stays where it is.
        return text


def _without_repeats(tunes: _Tunes, repeats: str, turn: _Turn) -> _Tunes:
    if repeats == KEEP:
        return tunes
    contours = quick_contours([tune.text for tune in tunes])
    if repeats == FAMILIES:
        seen: set[int] = set()
        kept = []
        near = near_pairs(tunes, contours, turn.tell)
        for tune, family in zip(tunes, families(contours, near), strict=True):
            if family not in seen:
                seen.add(family)
                kept.append(tune)
        return tuple(kept)
    again = duplicates(contours)
    return tuple(tune for place, tune in enumerate(tunes) if place not in again)


def _with_text(tune: Tune, text: str) -> Tune:
    changed = tune_in(text, tune.offset, tune.number, tune.file_header)
    return replace(changed, file=tune.file, weight=tune.weight)
