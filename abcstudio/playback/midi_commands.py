"""`%%MIDI` lines as commands in time: the header's at its start, the others where they are played.

The words are those of abc2midi's guide, which other players share; what each does is read where it
is honoured: `voice_commands`, `accompaniment_settings`, `drums`, `drone`, `beat_commands`,
`grace_commands`. Numbers out of range leave things as they are, and so do the words that are known
and not honoured: `ratio` (broken rhythm is played as written), `control`, `pitchbend`,
`chordattack` and others that shape single tones.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from abcstudio.notation.score import MidiDirective, Score, Voice
from abcstudio.notation.spans import Span

MAX_COMMANDS = 20_000
"""Commands of one performance, repeats unrolled, that are followed."""


@dataclass(frozen=True, slots=True)
class MidiCommand:
    """One command at its place in the performance.

    Attributes:
        onset: In quarter notes.
        name: The first word, in lower case.
        words: The words after it.
        voice: The voice that it stands in; None for all of them.
    """

    onset: Fraction
    name: str
    words: tuple[str, ...]
    voice: int | None
    span: Span

    @property
    def numbers(self) -> tuple[int, ...]:
        """The whole numbers that the words begin with."""
        return leading_numbers(self.words)


def leading_numbers(words: Sequence[str]) -> tuple[int, ...]:
    """Return the words up to the first that is no whole number, as numbers."""
    numbers = takewhile(lambda number: number is not None, map(whole, words))
    return tuple(number for number in numbers if number is not None)


def whole(word: str) -> int | None:
    """Return a word as a whole number of at most six digits, else None."""
    digits = word[1:] if word[:1] in ("-", "+") else word
    return int(word) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else None


def header_commands(score: Score) -> list[MidiCommand]:
    """Return the commands of the tune header.

    A line after a `V:` field of the header is that voice's; one before is every voice's.
    """
    if not score.directives:
        return []
    end = body_start(score)
    voices = {voice.voice_id: index for index, voice in reversed([*enumerate(score.voices)])}
    declared = [field for field in score.fields if field.letter == "V"]
    place = 0
    found: list[MidiCommand] = []
    for directive in score.directives:
        if directive.name != "MIDI" or directive.span.start >= end:
            continue
        while place < len(declared) and declared[place].span.start < directive.span.start:
            place += 1
        name = declared[place - 1].value.split()[:1] if place else []
        voice = voices.get(name[0]) if name else None
        if not name or voice is not None:
            found += _commands(directive.value.split(), Fraction(0), voice, directive.span)
    return found[:MAX_COMMANDS]


def header_lines(score: Score, voice: Voice) -> list[tuple[str, ...]]:
    """Return the words of the header's commands that hold for one voice."""
    return [
        (command.name, *command.words)
        for command in header_commands(score)
        if command.voice is None or score.voices[command.voice] is voice
    ]


def body_start(score: Score) -> int:
    """Return the first character after the tune header."""
    return score.fields[-1].span.end if score.fields else 0


def played_commands(
    score: Score, played: Sequence[Iterable[tuple[Fraction, MidiDirective]]]
) -> list[MidiCommand]:
    """Return all commands of a performance in the order of time, those of the header first.

    Args:
        score: What is played.
        played: For each voice, the directives of its elements as they are come upon.
    """
    header = header_commands(score)
    end = body_start(score)
    body: list[MidiCommand] = []
    for voice, directives in enumerate(played):
        for onset, directive in directives:
            if directive.span.start >= end:
                body += _commands(directive.words, onset, voice, directive.span)
            if len(body) > MAX_COMMANDS:
                break
    body.sort(key=lambda command: command.onset)
    return (header + body)[:MAX_COMMANDS]


def _commands(
    words: Sequence[str], onset: Fraction, voice: int | None, span: Span
) -> Iterator[MidiCommand]:
    """Yield the commands of a line; one inline field can hold several, each begun with MIDI.

    A comment after them is none of their words.
    """
    words = tuple(takewhile(lambda word: not word.startswith("%"), words))
    begin = 0
    for place in range(len(words) + 1):
        if place == len(words) or words[place] == "MIDI":
            if place > begin:
                yield MidiCommand(
                    onset, words[begin].lower(), words[begin + 1 : place], voice, span
                )
            begin = place + 1
