"""The help: every topic is there, links lead somewhere, keys are those in force."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.paths import resources_dir
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.window.help_window import TOPICS, HelpWindow, topic_at, topic_file
from tests.ui.events import deliver_events


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def help_window(window: QWidget) -> HelpWindow:
    actions = Actions(window, {"play.toggle": "Ctrl+P"})
    play = CommandSpec("play.toggle", "&Play", "Play", do=window.update, keys="Ctrl+Space")
    actions.add(play, context="", menu="play")
    return HelpWindow(actions, "en", window)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_shown_with_its_title(help_window: HelpWindow, topic: str) -> None:
    help_window.show_topic(topic)
    assert help_window.topic == topic
    title = topic_file(topic, "en").read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
    assert help_window.text.toPlainText().startswith(title)


def test_every_link_leads_to_a_topic() -> None:
    for file in (resources_dir() / "help").glob("*.md"):
        for target in re.findall(r"\]\(([^)]+)\)", file.read_text(encoding="utf-8")):
            assert target.removesuffix(".md") in TOPICS, f"{file.name}: {target}"


def test_a_link_opens_its_topic(help_window: HelpWindow) -> None:
    help_window.show_topic("first-steps")
    help_window.text.anchorClicked.emit(QUrl("playback.md"))
    assert help_window.topic == "playback"


def test_keys_are_those_in_force(help_window: HelpWindow) -> None:
    help_window.show_topic("keys")
    assert "Ctrl+P" in help_window.text.toPlainText()
    assert "Ctrl+Space" not in help_window.text.toPlainText()


def test_searching_leaves_the_topics_that_hold_the_words(
    help_window: HelpWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(help_window.search, "learning rate")
    shown = [
        TOPICS[row] for row in range(len(TOPICS)) if not help_window.topics.item(row).isHidden()
    ]
    assert "training" in shown
    assert "abc-notation" not in shown


def test_the_nearest_topic_counts(window: QWidget) -> None:
    layout = QVBoxLayout(window)
    inner, button = QWidget(), QPushButton()
    layout.addWidget(inner)
    QVBoxLayout(inner).addWidget(button)
    assert topic_at(button) == "first-steps"
    window.setProperty("help_topic", "training")
    assert topic_at(button) == "training"
    inner.setProperty("help_topic", "playback")
    assert topic_at(button) == "playback"
    assert topic_at(None) == "first-steps"


def test_a_missing_language_falls_back_to_english() -> None:
    assert topic_file("keys", "en") == topic_file("keys", "fr")


def test_no_topic_is_wider_than_the_list(qtbot: QtBot, help_window: HelpWindow) -> None:
    help_window.show()
    qtbot.waitExposed(help_window)
    for width in (960, 600):
        help_window.resize(width, 500)
        deliver_events()
        assert help_window.topics.horizontalScrollBar().maximum() == 0
