"""How loud each element of a voice is played: loudness signs, accents, the beat of the measure."""

from collections.abc import Sequence

from abcstudio.notation.score import BarLine, Chord, Element

PLAIN_VELOCITY = 80
_MAX_VELOCITY = 127
_STRESS = 8
_ACCENT = 16
_ACCENTS = frozenset(("accent", "marcato"))
_LOUDNESS = {
    "pppp": 24, "ppp": 32, "pp": 44, "p": 56, "mp": 68, "mf": 80, "f": 96, "ff": 110, "fff": 120,
    "ffff": 126,
}  # fmt: skip


def velocities(elements: Sequence[Element]) -> list[int]:
    """Return the velocity of each element of a voice, as it is written."""
    loudness = PLAIN_VELOCITY
    is_first = True
    result = []
    for element in elements:
        velocity = loudness
        if isinstance(element, BarLine):
            is_first = True
        elif isinstance(element, Chord):
            names = [decoration.name for decoration in element.decorations]
            for name in names:
                loudness = _LOUDNESS.get(name, loudness)
            velocity = loudness + (_STRESS if is_first else 0)
            if not _ACCENTS.isdisjoint(names):
                velocity += _ACCENT
            is_first = False
        result.append(min(_MAX_VELOCITY, velocity))
    return result
