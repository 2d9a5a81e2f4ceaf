"""Questions of the menu Help that a lesson answers."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_QUESTIONS = {
    "16-sampling": CommandSpec(
        id="help.what_is_temperature",
        words=QT_TRANSLATE_NOOP("LessonLinkCommands", "What is the &temperature?"),
        tooltip=QT_TRANSLATE_NOOP(
            "LessonLinkCommands", "Opens the lesson on drawing characters by their probabilities"
        ),
        section="lessons",
    ),
    "17-loss": CommandSpec(
        id="help.what_is_loss",
        words=QT_TRANSLATE_NOOP("LessonLinkCommands", "What is the &loss?"),
        tooltip=QT_TRANSLATE_NOOP("LessonLinkCommands", "Opens the lesson on the loss"),
        section="lessons",
    ),
    "19-train-step": CommandSpec(
        id="help.what_is_a_step",
        words=QT_TRANSLATE_NOOP("LessonLinkCommands", "What is a step of t&raining?"),
        tooltip=QT_TRANSLATE_NOOP("LessonLinkCommands", "Opens the lesson on one step of training"),
        section="lessons",
    ),
    "15-lstm-model": CommandSpec(
        id="help.what_is_an_lstm",
        words=QT_TRANSLATE_NOOP("LessonLinkCommands", "What is an L&STM?"),
        tooltip=QT_TRANSLATE_NOOP(
            "LessonLinkCommands", "Opens the lesson on a network that reads a tune"
        ),
        section="lessons",
    ),
}


class LessonLinkCommands(QObject):
    """Registers a command for each question; it goes to the lesson from any page."""

    def __init__(self, actions: Actions, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        group = CommandGroup(actions, self, menu="help")
        for lesson, spec in _QUESTIONS.items():
            group.add(spec, partial(studio.open_lesson, lesson))
