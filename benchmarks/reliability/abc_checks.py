"""Takes one text the whole way through the program and says what broke a promise."""

import io
import math
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, TypeVar
from xml.etree import ElementTree

import mido

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.errors import EditError
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.messages import ENGLISH, english
from abcstudio.notation.editing.writer import write
from abcstudio.notation.lexing.lexer import tokenize
from abcstudio.notation.limits import MAX_DIAGNOSTICS
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading.incremental import IncrementalParser
from abcstudio.notation.rewriting.note_lengths import double_lengths
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.notation.rewriting.tunebook_edits import renumber
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.playback.interpretation import MUSICIAN, PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform

LONGEST_SECONDS = 3600
_UNLIMITED = ("musicxml", "double", "renumber")
_WITHOUT_SPANS = (str, int, bool, float, Fraction)
Result = TypeVar("Result")


@dataclass
class Outcome:
    """What became of one text.

    Attributes:
        milliseconds: CPU time of each step; `text_to_midi` is reading, playing and writing it.
        failures: One line for each broken promise, empty when all were kept.
        diagnostics: The codes that were reported.
    """

    milliseconds: dict[str, float] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    diagnostics: set[str] = field(default_factory=set)

    @property
    def slowest_ms(self) -> float:
        """The CPU time of the slowest step on the way from text to sound and page.

        Documents that a person asks for (MusicXML writes a measure for each one that rests) and
        edits of the whole text may take longer.
        """
        return max(
            (took for step, took in self.milliseconds.items() if step not in _UNLIMITED),
            default=0.0,
        )


def examine(text: str, everything: bool = False) -> Outcome:
    """Read, perform and write a text; with `everything` also engrave, transpose and fix it."""
    outcome = Outcome()
    run = _Run(text, outcome)
    try:
        run.text_to_midi()
        if everything:
            run.other_uses()
    except Exception:  # noqa: BLE001  whatever it is, it is what the fuzzer looks for
        outcome.failures.append("exception: " + traceback.format_exc(limit=-4))
    return outcome


class _Run:
    def __init__(self, text: str, outcome: Outcome) -> None:
        self._text = text
        self._outcome = outcome
        self._score: Score | None = None

    def text_to_midi(self) -> None:
        score = self._score = self._timed("parse", lambda: parse(self._text))
        self._check_score(score)
        for name, interpretation in (("musician", MUSICIAN), ("plain", PLAIN)):
            performance = self._timed(f"perform_{name}", partial(perform, score, interpretation))
            data = self._timed(f"midi_{name}", partial(midi_bytes, performance))
            self._check_performance(performance, name)
            self._check_midi(data, performance, name)
        steps = self._outcome.milliseconds
        steps["text_to_midi"] = steps["parse"] + max(
            steps[f"perform_{name}"] + steps[f"midi_{name}"] for name in ("musician", "plain")
        )

    def other_uses(self) -> None:
        score = self._score
        assert score is not None
        for voice in score.voices:
            measures = self._timed("measures", partial(split_measures, voice, score.meter))
            self._expect(all(m.duration >= 0 for m in measures), "a measure of negative length")
        self._timed("tunebook", lambda: split_tunebook(self._text))
        tokens = self._timed("tokens", lambda: tokenize(self._text))
        covered = "".join(token.span.of(self._text) for token in tokens)
        self._expect(covered == self._text, "tokens do not cover the text")
        mei = self._timed("mei", lambda: mei_of(score))
        self._check_xml(mei)
        self._check_xml(self._timed("musicxml", lambda: musicxml_text(score)))
        for semitones in (7, -3):
            moved = self._timed("transpose", partial(transpose, self._text, semitones))
            parse(moved)
        for name, edit in (("double", double_lengths), ("renumber", renumber)):
            with suppress(EditError):
                parse(self._timed(name, partial(edit, self._text)))
        self._expect(write(score) == self._text, "an unchanged score is written otherwise")
        self._check_rereading()
        for finding in score.diagnostics[:3]:
            if finding.fix is not None:
                span = finding.fix.span
                fixed = self._text[: span.start] + finding.fix.replacement + self._text[span.end :]
                self._timed("fixed", partial(parse, fixed))

    def _check_rereading(self) -> None:
        """Change the text in one place: what is read again must be as if read anew."""
        parser = IncrementalParser()
        parser.update(self._text)
        place = zlib.crc32(self._text.encode("utf-8", "surrogatepass")) % (len(self._text) + 1)
        sign = "A|\n[(:{!^-z"[place % 10]
        for changed in (
            self._text[:place] + sign + self._text[place:],
            self._text[:place] + self._text[place + 1 :],
        ):
            again = self._timed("reread", partial(parser.update, changed))
            self._expect(again == parse(changed), f"read again otherwise at {place}: {sign!r}")

    def _timed(self, name: str, step: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = step()
        milliseconds = 1000 * (time.process_time() - start)
        steps = self._outcome.milliseconds
        steps[name] = max(steps.get(name, 0.0), milliseconds)
        return result

    def _expect(self, kept: bool, what: str) -> None:
        if not kept:
            self._outcome.failures.append(what)

    def _check_score(self, score: Score) -> None:
        self._expect(score.text == self._text, "the score has another text")
        self._expect(bool(score.voices), "no voice")
        self._expect(len(score.diagnostics) <= MAX_DIAGNOSTICS, "too many diagnostics")
        self._check_spans(score)
        for finding in score.diagnostics:
            self._outcome.diagnostics.add(finding.code)
            self._check_sentence(f"notation.{finding.code}", finding.parameters)
            if finding.fix is not None:
                self._expect(finding.fix.message_id in ENGLISH, f"no {finding.fix.message_id}")
        for voice in score.voices:
            end = Fraction(0)
            for element in voice.elements:
                if isinstance(element, Chord | Rest):
                    self._expect(element.onset == end, "an onset that is no sum of durations")
                    self._expect(element.duration.numerator > 0, "a duration of nothing")
                    end = element.onset + element.duration

    def _check_sentence(self, message_id: str, parameters: Any) -> None:
        try:
            sentence = english(message_id, parameters)
        except (KeyError, IndexError, ValueError) as error:
            self._outcome.failures.append(f"sentence of {message_id}: {error!r}")
        else:
            self._expect(bool(sentence.strip()), f"empty sentence of {message_id}")

    def _check_spans(self, root: object) -> None:
        size = len(self._text)
        for span in spans_in(root):
            if not 0 <= span.start <= span.end <= size:
                self._outcome.failures.append(f"{span} outside a text of {size}")
                return

    def _check_performance(self, performance: Performance, name: str) -> None:
        seconds = performance.seconds_at(performance.duration_beats)
        self._expect(
            math.isfinite(seconds) and 0 <= seconds <= LONGEST_SECONDS + 0.01,
            f"{name}: {seconds} seconds of music",
        )
        self._check_spans(performance.measures)
        size, tracks = len(self._text), len(performance.tracks)
        # Numerators, because comparing fractions would take longer than performing them.
        self._expect(
            all(
                note.onset_beats.numerator >= 0
                and note.duration_beats.numerator >= 0
                and 1 <= note.velocity <= 127
                and 0 <= note.voice < tracks
                and 0 <= note.span.start <= note.span.end <= size
                for note in performance.notes
            ),
            f"{name}: a note that cannot be",
        )

    def _check_midi(self, data: bytes, performance: Performance, name: str) -> None:
        file = mido.MidiFile(file=io.BytesIO(data), charset="utf-8")
        self._expect(file.type == 1 and bool(file.tracks), f"{name}: no MIDI of type 1")
        kinds = [message.type for track in file.tracks for message in track]
        begun, ended = kinds.count("note_on"), kinds.count("note_off")
        self._expect(begun == ended, f"{name}: {begun} notes begin and {ended} end")
        self._expect(begun >= len(performance.notes), f"{name}: {begun} MIDI notes are too few")

    def _check_xml(self, xml: str) -> None:
        try:
            ElementTree.fromstring(xml.encode("utf-8"))
        except (ElementTree.ParseError, UnicodeEncodeError) as error:
            self._outcome.failures.append(f"XML: {error!r}")


def spans_in(root: object) -> Iterator[Span]:
    """Yield every span of a tree of dataclasses and tuples."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if type(value) is Span:
            yield value
        elif type(value) is tuple:
            waiting += value
        else:
            kind: Any = type(value)
            waiting += [getattr(value, name) for name in _names_of(kind)]


@lru_cache(maxsize=256)
def _names_of(kind: Any) -> tuple[str, ...]:
    """Return the fields of a dataclass that may lead to spans."""
    if not is_dataclass(kind):
        return ()
    return tuple(each.name for each in fields(kind) if each.type not in _WITHOUT_SPANS)
