"""The script that keeps the files of translations: what it finds amiss, and that it finds it."""

from collections.abc import Callable
from pathlib import Path

import pytest
import update_translations
from collected_sentences import Collected
from translation_files import write_forms
from update_translations import amiss, collect, compile_translation

SAID = [Collected("Bar", "&Stop"), Collected("Bar", "%Ln tunes", "", True)]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[Collected]:
    """What the code says: two sentences, to which a test may add."""
    sentences = list(SAID)
    monkeypatch.setattr(update_translations, "collected", lambda: list(sentences))
    return sentences


@pytest.fixture
def folder(tmp_path: Path, said: list[Collected]) -> Path:
    """A folder with a Ukrainian translation of the two sentences, in which nothing is amiss."""
    source = collect("uk", tmp_path)
    forms = {"&Stop": ("&Стоп",), "%Ln tunes": ("%Ln мелодія", "%Ln мелодії", "%Ln мелодій")}
    write_forms(source, lambda each: forms[each.source])
    compile_translation(collect("uk", tmp_path))
    return tmp_path


def test_nothing_is_amiss_where_all_is_translated(folder: Path) -> None:
    assert not [*amiss("uk", folder)]


def test_a_new_sentence_is_found(folder: Path, said: list[Collected]) -> None:
    said.append(Collected("Bar", "Play"))
    assert "Bar/Play: new" in [*amiss("uk", folder)]


def test_a_sentence_that_is_said_no_longer_is_found(folder: Path, said: list[Collected]) -> None:
    said.pop()
    assert any("not as the code has it" in each for each in amiss("uk", folder))


def with_text(change: Callable[[str], str]) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        source = folder / "abcstudio_uk.ts"
        source.write_text(change(source.read_text("utf-8")), "utf-8")
        compile_translation(source)

    return act


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (with_text(lambda text: text.replace("&amp;Стоп", "Стоп")), "access keys differ"),
        (with_text(lambda text: text.replace("%Ln мелодії", "мелодії")), "numbers differ"),
        (with_text(lambda text: text.replace("%Ln мелодії", "")), "not translated"),
        (with_text(lambda text: text.replace("мелодія", "мелoдія")), "scripts mixed"),
        (with_text(lambda text: text.replace("<translation>", '<translation type="unfinished">')),
         "not translated"),
        (lambda folder: (folder / "abcstudio_uk.qm").write_bytes(b"old"), "is not compiled from"),
        (lambda folder: (folder / "abcstudio_uk.qm").unlink(), "is not compiled from"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(
    folder: Path, spoil: Callable[[Path], object], fault: str
) -> None:
    spoil(folder)
    assert any(fault in each for each in amiss("uk", folder))


def test_collecting_again_changes_nothing(folder: Path) -> None:
    before = (folder / "abcstudio_uk.ts").read_bytes()
    assert collect("uk", folder).read_bytes() == before


def test_the_file_of_english_holds_plurals_of_the_window_only(
    tmp_path: Path, said: list[Collected]
) -> None:
    said.append(Collected("messages", "{count} tunes", "book.count", True))
    text = collect("en", tmp_path).read_text("utf-8")
    assert "%Ln tunes" in text
    assert "Stop" not in text
    assert "book.count" not in text
