"""Questions of the menu Help that a lesson answers."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio


class LessonLinkCommands(QObject):
    """Registers a command for each question; it goes to the lesson from any page."""

    def __init__(self, actions: Actions, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        group = CommandGroup(actions, self, menu="help")
        group.add_all(
            CommandSpec("help.what_is_temperature", "What is the &temperature?",
                "Opens the lesson on drawing characters by their probabilities",
                do=partial(studio.open_lesson, "16-sampling"), section="lessons"),
            CommandSpec("help.what_is_loss", "What is the &loss?", "Opens the lesson on the loss",
                do=partial(studio.open_lesson, "17-loss"), section="lessons"),
            CommandSpec("help.what_is_a_step", "What is a step of t&raining?",
                "Opens the lesson on one step of training",
                do=partial(studio.open_lesson, "19-train-step"), section="lessons"),
            CommandSpec("help.what_is_an_lstm", "What is an L&STM?",
                "Opens the lesson on a network that reads a tune",
                do=partial(studio.open_lesson, "15-lstm-model"), section="lessons"),
        )  # fmt: skip
