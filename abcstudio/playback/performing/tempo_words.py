"""The tempo that words in `Q:` ask for: "Andante", "Allegro", "slow"."""

import re
from collections.abc import Mapping
from fractions import Fraction

from abcstudio.notation.score import Score
from abcstudio.playback.performing.rhythms import default_tempo, has_known_rhythm
from abcstudio.playback.performing.tempo_beat import tempo_beat

# Beats a minute, as metronomes name them.
_SLOW: Mapping[str, int] = {
    "grave": 40,
    "largo": 50,
    "larghetto": 60,
    "lento": 60,
    "adagio": 66,
    "slow": 66,
    "andant": 84,
    "moderat": 108,
}
_FAST: Mapping[str, int] = {
    "allegretto": 116,
    "allegro": 132,
    "lively": 140,
    "brisk": 140,
    "fast": 150,
    "quick": 150,
    "vivace": 160,
    "presto": 180,
    "prestissimo": 200,
}
# How many times the tune's own tempo a fast word asks for at most; less where that one is known.
_LIMIT_OF_KNOWN, _LIMIT_OF_OTHERS = Fraction(6, 5), Fraction(3, 2)


def tempo_of_words(score: Score, words: str) -> Fraction | None:
    """Return the quarter notes a minute that words ask of this tune; None where they name none.

    They are counted in the tune's beat, and kept on their side of the tempo that players take it
    at: a slow word never makes a tune faster than without it.
    """
    own = default_tempo(score)
    beat = 4 * tempo_beat(score)
    if (beats := _number_of(words, _SLOW)) is not None:
        return min(beats * beat, own)
    if (beats := _number_of(words, _FAST)) is not None:
        limit = _LIMIT_OF_KNOWN if has_known_rhythm(score) else _LIMIT_OF_OTHERS
        return max(own, min(beats * beat, limit * own))
    return None


def _number_of(words: str, numbers: Mapping[str, int]) -> int | None:
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        for start, number in numbers.items():
            if word.startswith(start):
                return number
    return None
