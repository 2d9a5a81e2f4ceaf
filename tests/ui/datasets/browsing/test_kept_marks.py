"""The file of stars, tags and tunes left out: what is read, and what is changed in it."""

from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.browsing.tune_marks import NO_MARK, TuneMark, changed
from abcstudio.ui.datasets.browsing.marks_keeper import KeptMarks, load_marks, save_marks


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
