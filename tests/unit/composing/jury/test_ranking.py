"""Tunes in order, with the names of the known ones that they are taken from."""

from pathlib import Path

import pytest

from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.ranking import KnownNames, rank
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.paths import bundled_jury, bundled_tunebook
from abcstudio.stopping import stopping

PLACE = Path("tunes.abc")


def pairs(*texts: str) -> list[tuple[Path, Tune]]:
    return [(PLACE, tune) for text in texts for tune in split_tunebook(text)]


def test_equal_tunes_keep_their_order_and_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    tunes = pairs("X:1\nT:a\nK:C\nC8|\n", "X:1\nT:b\nK:C\nC8|\n")
    jury = Jury.load(bundled_jury())
    ranked = rank(tunes, jury, KnownNames(PLACE), lambda *how_far: told.append(how_far))
    assert [one.tune.title for one in ranked] == ["a", "b"]
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_copy_is_named_by_its_title() -> None:
    known = read_tunebook(bundled_tunebook())[986]
    tunes = pairs(transpose(known.text, 2))
    names = KnownNames(bundled_tunebook())
    (ranked,) = rank(tunes, Jury.load(bundled_jury()), names, lambda *_: None)
    assert f"“{known.title}”, tune 987" in str(ranked.verdict.sentences["plagiarism"])


def test_without_the_tunebook_a_number_stands_for_the_title(tmp_path: Path) -> None:
    assert str(KnownNames(tmp_path / "no.abc")(4)) == "tune 5 of the tunebook"


def test_it_stops() -> None:
    jury, names = Jury.load(bundled_jury()), KnownNames(PLACE)
    with pytest.raises(CancelledError), stopping(lambda: True):
        rank(pairs("X:1\nK:C\nC8|\n"), jury, names, lambda *_: None)
