import random
from dataclasses import replace

import pytest

from abcstudio.corpus.melody_index.melody import melodies_of
from abcstudio.corpus.melody_index.outline_likeness import alike_notes, alike_tunes
from abcstudio.corpus.melody_index.outlines import PLACES, Outlines, outline_of
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.paths import bundled_tunebook
from abcstudio.stopping import stopping

REEL = "X:1\nM:4/4\nL:1/8\nK:D\nA2|d2fd Adfd|cdec Acec|d2fd Adfa|gecA d2:|\n"


def tune_of(text: str) -> Tune:
    (tune,) = split_tunebook(text)
    return tune


def letters(text: str) -> list[str]:
    outline = outline_of(tune_of(text))
    return ["".join("CDEFGAB"[letter] for letter in row) for row in outline.letters]


def test_a_measure_is_the_letters_that_sound_at_even_places() -> None:
    first, *_ = letters("X:1\nM:4/4\nL:1/4\nK:D\nF^c'2G/A/|d4|\n")
    assert first == "F" * 6 + "C" * 12 + "G" * 3 + "A" * 3
    assert len(first) == PLACES


def test_pickups_and_measures_of_another_length_are_left_out() -> None:
    assert letters(REEL) == letters(REEL.replace("A2|", "|"))
    assert len(letters(REEL)) == 4
    assert letters("X:1\nM:4/4\nL:1/4\nK:C\nCDEF|G|c8|GABc|\n") == letters(
        "X:1\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|\n"
    )


@pytest.mark.parametrize("text", ["X:1\nK:C\n", "X:1\nK:C\nz4|\n", "X:1\nT:words only\n"])
def test_a_tune_without_notes_has_no_outline_and_no_relatives(text: str) -> None:
    known = Outlines.of_tunes([tune_of(text), tune_of(REEL), tune_of(text)])
    assert [len(known.of(place)) for place in range(3)] == [0, 4, 0]
    nothing = outline_of(tune_of(text))
    assert alike_tunes(known, nothing, frozenset()) == []
    (found,) = alike_tunes(known, outline_of(tune_of(REEL)), frozenset())
    assert (found.tune, found.score) == (1, pytest.approx(1.0))
    assert alike_notes(outline_of(tune_of(REEL)), nothing).pairs == ()


def test_many_tunes_are_read_as_one_by_one() -> None:
    odd = "X:1\nK:C\nV:1\nGABc|dB2d|\nV:2\ncBAG|\n\nX:2\nM:2/4\nK:D\nF-F2 [FA]|d4|\n"
    tunes = (
        *read_tunebook(bundled_tunebook())[::40],
        *split_tunebook(odd),
        *split_tunebook(f"%%pages\nM:3/4\n\n{odd}"),
    )
    known = Outlines.of_tunes(tunes)
    for place, tune in enumerate(tunes):
        alone = outline_of(tune).letters.tolist()
        assert known.of(place).tolist() == alone, tune.text


def test_a_tune_goes_like_itself_in_another_mode_key_and_with_other_notes() -> None:
    others = read_tunebook(bundled_tunebook())[:200]
    known = Outlines.of_tunes([*others, tune_of(REEL)])
    told: list[tuple[int, int]] = []
    for asked in (
        REEL.replace("K:D", "K:Dmix"),
        REEL.replace("d2fd", "defd").replace("A2|", "AG|"),
        transpose(REEL.replace("cdec", "c2ec"), 5),
        REEL.replace("L:1/8", "L:1/16").replace("4/4", "2/4"),
        "X:1\nM:2/4\nL:1/8\nK:D\nd2fd|Adfd|cdec|Acec|d2fd|Adfa|gecA|d4:|\n",
    ):
        told.clear()
        found = alike_tunes(
            known,
            outline_of(tune_of(asked)),
            frozenset(),
            progress=lambda done, of: told.append((done, of)),
        )
        assert told == [(0, len(others) + 1)]
        assert found[0].tune == len(others), asked
        assert found[0].score > 2 * found[1].score
    assert all(one.tune != 7 for one in alike_tunes(known, outline_of(others[7]), frozenset({7})))


def test_the_notes_that_two_tunes_have_alike_are_told() -> None:
    one, other = tune_of(REEL), tune_of(REEL.replace("K:D", "K:Dmix").replace("Adfa", "A2fa"))
    asked, known = (melodies_of(parse(tune.text))[0] for tune in (one, other))
    alike = alike_notes(outline_of(one), outline_of(other))
    assert alike.share == 1
    assert all(asked[own].pitch - known[there].pitch in (0, 1) for own, there in alike.pairs)
    # The pickup is not compared, and a note of the third measure is another one.
    assert {*range(len(asked))} - {own for own, _ in alike.pairs} == {0, 20}
    assert known[alike.stretch[0]].measure == 1
    assert known[alike.stretch[1]].measure == 4


def test_random_tunes_seldom_go_alike_and_looking_can_be_stopped() -> None:
    rng = random.Random(3)
    tunes = [
        replace(tune_of(REEL), text="X:1\nM:4/4\nL:1/8\nK:D\n"
                + "|".join("".join(rng.choices("DEFGABcdefga", k=8)) for _ in range(16)) + "|\n")
        for _ in range(60)
    ]  # fmt: skip
    known = Outlines.of_tunes(tunes)
    asked = outline_of(tunes[0])
    assert all(one.score < 0.22 for one in alike_tunes(known, asked, frozenset({0})))
    with pytest.raises(CancelledError), stopping(lambda: True):
        alike_tunes(known, asked, frozenset())
    with pytest.raises(CancelledError), stopping(lambda: True):
        Outlines.of_tunes(tunes)
