"""Stars, tags and what is left out stay with a tune wherever it stands."""

from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.browsing.tune_marks import NO_MARK, TuneMark, changed, mark_key, tags_in
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.ui.datasets.browsing.marks_keeper import KeptMarks, load_marks, save_marks

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


def test_marks_are_kept_and_what_does_not_fit_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    marks = {"a": TuneMark(is_starred=True), "b": TuneMark(is_excluded=True, tags=("x", "y"))}
    save_marks(KeptMarks(marks, {"later": 1}), path)
    assert load_marks(path) == KeptMarks(marks, {"later": 1})
    path.write_text('{"tunes": {"a": 1, "b": {"tags": [1, "x"], "starred": "no"}, "c": {}}}')
    assert load_marks(path).marks == {"b": TuneMark(tags=("x",))}
    path.write_text('{"tunes": []}')
    assert load_marks(path).marks == {}


def test_of_many_tunes_each_different_mark_is_changed_once(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    tagged = {f"tagged {n}": TuneMark(tags=("x",)) for n in range(1000)}
    save_marks(KeptMarks(tagged), path)
    marks = load_marks(path).marks
    seen: list[TuneMark] = []

    def star(mark: TuneMark) -> TuneMark:
        seen.append(mark)
        return replace(mark, is_starred=not mark.is_starred)

    keys = [*tagged, *(f"new {n}" for n in range(1000))]
    starred = changed(marks, keys, star)
    assert seen == [TuneMark(tags=("x",)), NO_MARK]
    assert set(starred) == set(keys)
    assert starred["tagged 7"] == TuneMark(is_starred=True, tags=("x",))
    assert starred["new 7"] == TuneMark(is_starred=True)
    assert changed(starred, keys, star) == tagged
