"""Who wrote each character, through edits, undo and redo."""

import random
from itertools import pairwise

import pytest

from abcstudio.composing.author_steps import AuthorSteps
from abcstudio.composing.authors import (
    FROM_FILE,
    PASTED,
    PERSON,
    Author,
    AuthoredPiece,
    AuthorKind,
    Authors,
)
from abcstudio.composing.kept_characters import kept_characters
from tests.thorough import tries

FOLK = Author(AuthorKind.MODEL, "Folk", "7")
SOME = (FROM_FILE, PASTED, PERSON, FOLK)
SCRIPTS = 10_000


def _characters(authors: Authors) -> list[Author]:
    """Return the author of each character, once the stretches are seen to be a partition."""
    runs = list(authors.runs())
    assert [run.start for run in runs] == [0, *(run.end for run in runs)][: len(runs)]
    assert (runs[-1].end if runs else 0) == len(authors)
    assert all(run.start < run.end for run in runs)
    neighbours = pairwise(runs)
    assert all(one.author != other.author for one, other in neighbours)
    assert authors.count == len(runs)
    return [run.author for run in runs for _ in range(run.start, run.end)]


class _Model:
    """The same by the simplest means: the author of each character after each step."""

    def __init__(self, count: int) -> None:
        self.states = {0: [FROM_FILE] * count}
        self.at = 0

    @property
    def now(self) -> list[Author]:
        return self.states[self.at]

    def write(self, start: int, removed: int, come: list[Author], step: int) -> None:
        now = self.now[:start] + come + self.now[start + removed :]
        self.states = {n: each for n, each in self.states.items() if n <= self.at}
        self.states[step] = now
        self.at = step


def _play_script(dice: random.Random) -> int:
    count = dice.randrange(30)
    steps, model = AuthorSteps((AuthoredPiece(count, FROM_FILE),)), _Model(count)
    places = 0
    for _ in range(dice.randrange(1, 14)):
        known = sorted(model.states)
        if dice.random() < 0.35 and len(known) > 1:
            model.at = dice.choice(known)
            steps.go_to(model.at)
        else:
            start = dice.randrange(len(model.now) + 1)
            removed = dice.randrange(min(6, len(model.now) - start) + 1)
            pieces = [
                AuthoredPiece(dice.randrange(5), dice.choice(SOME))
                for _ in range(dice.randrange(3))
            ]
            come = [author for length, author in pieces for _ in range(length)]
            joins = model.at > 0 and dice.random() < 0.4
            step = model.at if joins else model.at + dice.randrange(1, 4)
            steps.write(start, removed, pieces, step)
            model.write(start, removed, come, step)
        assert _characters(steps.authors) == model.now
        places += len(model.now)
    return places


def test_the_stretches_are_the_text_through_many_scripts_of_edits_undo_and_redo():
    dice = random.Random(16)
    places = sum(_play_script(dice) for _ in range(SCRIPTS))
    assert places > SCRIPTS


def test_authors_between_two_places():
    authors = Authors((AuthoredPiece(3, FOLK), AuthoredPiece(2, PERSON), AuthoredPiece(4, FOLK)))
    assert authors.pieces(2, 7) == (
        AuthoredPiece(1, FOLK),
        AuthoredPiece(2, PERSON),
        AuthoredPiece(2, FOLK),
    )
    assert authors.pieces(0, 0) == ()
    assert [authors.author_at(place) for place in (-1, 0, 3, 8, 9)] == [
        None,
        FOLK,
        PERSON,
        FOLK,
        None,
    ]


def test_what_could_be_made_again_is_forgotten_after_another_change():
    steps = AuthorSteps((AuthoredPiece(2, FROM_FILE),))
    steps.write(2, 0, [AuthoredPiece(1, PERSON)], 1)
    steps.go_to(0)
    steps.write(0, 0, [AuthoredPiece(4, PASTED)], 1)
    steps.go_to(0)
    steps.go_to(1)
    assert steps.authors.pieces() == (AuthoredPiece(4, PASTED), AuthoredPiece(2, FROM_FILE))


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("abc", "abc", "abc"),
        ("abc", "", ""),
        ("GABc d2|e2 f2|", "ABcd d2|f2 g2|", " d2|2 2|"),
        ("K:G\nGABc|d4|\n", "K:A\nABcd|e4|\n", "K:\n|4|\n"),
        ("one\ntwo\nthree\n", "one\nthree\n", "one\nthree\n"),
        ("aa", "aaa", "aa"),
        ("first line\nother one\n", "other one\nfirst line\n", "other one\nfirst line\n"),
    ],
)
def test_kept_characters_are_the_same_in_both_texts(old, new, kept):
    found = kept_characters(old, new)
    assert all(old[a : a + n] == new[b : b + n] for a, b, n in found)
    if "2" not in kept:
        assert "".join(old[a : a + n] for a, _, n in found) == kept


def test_kept_characters_of_random_texts_are_the_same_and_in_order():
    dice = random.Random(3)
    for _ in range(tries(75)):
        old, new = ("".join(dice.choices("ab |\n", k=dice.randrange(30))) for _ in range(2))
        found = kept_characters(old, new)
        assert all(old[a : a + n] == new[b : b + n] and n for a, b, n in found)
        ends = [0, *(b + n for _, b, n in found)]
        begins = [*(b for _, b, _ in found), len(new)]
        assert all(end <= begin for end, begin in zip(ends, begins, strict=True))
