"""The bundled instrument that replaces a missing General MIDI program."""

import pytest

from abcstudio.playback.instruments import nearest_program


@pytest.mark.parametrize(
    ("first", "last", "nearest"),
    [
        (0, 7, 0),
        (8, 15, 46),
        (16, 20, 19),
        (21, 21, 21),
        (22, 23, 22),
        (24, 39, 24),
        (40, 44, 110),
        (45, 47, 46),
        (48, 51, 110),
        (52, 54, 52),
        (56, 71, 21),
        (72, 72, 74),
        (73, 77, 73),
        (78, 78, 74),
        (104, 105, 105),
        (109, 109, 109),
        (112, 119, 46),
        (120, 127, 73),
    ],
)
def test_the_first_and_the_last_program_of_a_family_get_its_instrument(
    first: int, last: int, nearest: int
) -> None:
    assert [nearest_program(program) for program in (first, last)] == [nearest] * 2
