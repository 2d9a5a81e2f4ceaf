"""The command of the report."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.paths import report_dir, report_places
from abcstudio.ui.learn.report.report_dialog import ReportDialog
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio


class ReportCommands(QObject):
    """Registers the command, which opens the dialog from any page.

    Args of the constructor:
        language: Returns what the lessons are read in.
        page: Above whose window the dialog stands.

    Attributes:
        report: The command.
    """

    def __init__(
        self, actions: Actions, studio: Studio, language: Callable[[], str], page: QWidget
    ) -> None:
        super().__init__(page)
        self._studio = studio
        self._language, self._page = language, page
        group = CommandGroup(actions, self, menu="learn")
        self.report = group.add(CommandSpec("learn.report", "&Report…",
            "Writes the report of your lessons and training runs as a document",
            do=self.open, keys="Ctrl+Shift+F10", icon="file-text", section="report"))  # fmt: skip

    def open(self) -> ReportDialog:
        """Open the dialog, and return it."""
        dialog = ReportDialog(
            self._studio, report_dir(), report_places(), self._language(), self._page.window()
        )
        dialog.open()
        return dialog
