"""Stars, tags and what is left out stay with a tune wherever it stands."""

from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import TuneMark, mark_key, tags_in
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook

TUNES = split_tunebook("X:1\nT:One\nK:C\nC|\n\nX:2\nT:Two\nK:C\nD|\n")


def test_a_mark_is_of_the_tune_and_not_of_its_number() -> None:
    (again,) = split_tunebook("X:77\nT:One\nK:C\nC|\n")
    assert mark_key(again) == mark_key(TUNES[0]) != mark_key(TUNES[1])


def test_marks_are_found() -> None:
    index = TuneIndex(TUNES)
    index.set_marks(
        {
            mark_key(TUNES[0]): TuneMark(is_starred=True, tags=("Session", "a1")),
            mark_key(TUNES[1]): TuneMark(is_excluded=True),
        }
    )

    def found(words: str) -> list[int]:
        return [place + 1 for place, has in enumerate(index.mask(TuneFilter(words).terms)) if has]

    assert found("is:starred") == [1]
    assert found("-is:starred") == [2]
    assert found("is:excluded") == [2]
    assert found("tag:sess") == [1]
    assert found("is:tagged") == [1]
    index.set_marks({})
    assert found("is:starred") == []


def test_tags_are_words() -> None:
    assert tags_in("  session, a1 session \n") == ("session", "a1")
