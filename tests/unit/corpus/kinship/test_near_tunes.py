"""Tunes that are nearly one another are found, disguised as they may be, and no others."""

import random
from dataclasses import replace

import pytest
from melody_variants import backwards, disguised

from abcstudio.corpus.kinship.near_tunes import near_pairs
from abcstudio.corpus.kinship.split_apart import split_apart, split_by_family
from abcstudio.corpus.similarity import families, quick_contours
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CancelledError
from abcstudio.paths import bundled_tunebook
from abcstudio.stopping import stopping

KNOWN = 500
PLANTED = 80


@pytest.fixture(scope="module")
def known() -> tuple[Tune, ...]:
    return read_tunebook(bundled_tunebook())[:KNOWN]


@pytest.fixture(scope="module")
def tunes(known: tuple[Tune, ...]) -> tuple[Tune, ...]:
    """Known tunes, then every third of some of them disguised."""
    rng = random.Random(1)
    planted = (replace(tune, text=disguised(tune.text, rng)) for tune in known[: 3 * PLANTED : 3])
    return (*known, *planted)


def test_disguised_tunes_are_found(tunes: tuple[Tune, ...]) -> None:
    found = near_pairs(tunes)
    missed = [at for at in range(PLANTED) if not found.get((3 * at, KNOWN + at))]
    assert len(missed) <= 1


def test_tunes_played_backwards_are_nobodys_copies(known: tuple[Tune, ...]) -> None:
    turned = [replace(tune, text=backwards(tune.text)) for tune in known[::5]]
    found = near_pairs([*known, *turned])
    assert [pair for pair in found if pair[0] < KNOWN <= pair[1]] == []


def test_a_part_of_a_tune_is_of_its_family_and_no_copy(known: tuple[Tune, ...]) -> None:
    whole = known[40]
    head, _, music = whole.text.partition("\nK:")
    lines = music.split("\n")
    part = replace(whole, text=f"{head}\nK:" + "\n".join(lines[: 1 + len(lines) // 2]))
    pair = (0, 1)
    found = near_pairs([whole, part])
    assert pair in found
    assert not found[pair]
    contours = quick_contours([whole.text, part.text])
    assert len(set(families(contours, kin=found))) == 1


def test_no_near_tune_stands_on_both_sides_of_the_split(tunes: tuple[Tune, ...]) -> None:
    training, validation = split_apart(tunes, 0.2, 3)
    by_family, _ = split_by_family(tunes, 0.2, 3)
    assert len(validation) > 0.1 * len(tunes)
    assert len(by_family) < len(training)
    assert sorted(map(id, (*training, *validation))) == sorted(map(id, tunes))
    held = set(map(id, validation))
    assert [
        (tunes[one].title, tunes[other].title)
        for one, other in near_pairs(tunes)
        if (id(tunes[one]) in held) != (id(tunes[other]) in held)
    ] == []
    assert split_apart(tunes, 0.2, 3) == (training, validation)


def test_comparing_can_be_stopped(known: tuple[Tune, ...]) -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        near_pairs(known)


def test_hardly_any_tunes_are_no_trouble() -> None:
    assert near_pairs(()) == {}
    assert split_apart((), 0.1, 1) == ((), ())
