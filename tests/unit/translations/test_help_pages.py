"""The help in other languages: the same topics, of the same shape, with the window's words."""

import re
from pathlib import Path

import pytest
from help_translations import behind, names_of, note_read, other_names, shape
from ukrainian_faults import spelling_faults

from tests.translation_due import needs_translation

HELP = Path(__file__).resolve().parents[3] / "resources" / "help"
UKRAINIAN = HELP / "uk"
TOPICS = sorted(path.name for path in HELP.glob("*.md"))
_CODE = re.compile(r"(`+)(.+?)\1")


@needs_translation
def test_each_topic_is_there() -> None:
    assert sorted(path.name for path in UKRAINIAN.glob("*.md")) == TOPICS


@needs_translation
@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_the_shape_of_the_english_one(topic: str) -> None:
    english, ukrainian = (
        shape((folder / topic).read_text(encoding="utf-8")) for folder in (HELP, UKRAINIAN)
    )
    assert ukrainian == english


@needs_translation
def test_no_topic_is_behind_the_english_one() -> None:
    # Where both have been read: scripts/help_translations.py --read TOPIC
    assert not list(behind(UKRAINIAN))


def test_a_changed_english_page_leaves_its_translation_behind(tmp_path: Path) -> None:
    translated = tmp_path / "uk"
    translated.mkdir()
    for topic in ("a.md", "b.md"):
        (tmp_path / topic).write_text("# Keys\n", encoding="utf-8")
    assert list(behind(translated)) == ["a.md", "b.md"]
    note_read(translated, ["all"])
    assert not list(behind(translated))
    (tmp_path / "b.md").write_text("# Keys\n\nMore.\n", encoding="utf-8")
    assert list(behind(translated)) == ["b.md"]
    note_read(translated, ["b.md"])
    assert not list(behind(translated))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_spelt_well(topic: str) -> None:
    lines = (UKRAINIAN / topic).read_text(encoding="utf-8").splitlines()
    found = [
        (number, fault)
        for number, line in enumerate(lines, start=1)
        for fault in spelling_faults(_CODE.sub("0", line))
    ]
    assert not found


def test_a_topic_that_lost_something_would_be_found() -> None:
    whole = "# A\n\nPress `Return`, see [B](b.md).\n\n- one\n- two\n"
    for lost in ("# ", "`Return`", "(b.md)", "- two\n"):
        assert shape(whole.replace(lost, "")) != shape(whole)


def test_a_name_that_is_not_the_windows_is_found() -> None:
    names = names_of("uk")
    english = "Press **Start training**, then *Stop*; *nothing of the window*."
    assert not list(other_names(english, "Натисніть **Тренувати**, потім *Зупинити*.", names))
    found = list(other_names(english, "Натисніть **Почати тренування**, *Зупинити*.", names))
    assert found == ["Start training: тренувати"]


@needs_translation
@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_calls_things_as_the_window_does(topic: str) -> None:
    english, text = ((folder / topic).read_text(encoding="utf-8") for folder in (HELP, UKRAINIAN))
    assert not list(other_names(english, text, names_of("uk")))
