"""The dialogs of the window as a whole; each is made when it is first asked for."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.about_dialog import AboutDialog
from abcstudio.ui.window.help_window import HelpWindow, topic_at
from abcstudio.ui.window.preferences_dialog import PreferencesDialog


class WindowDialogs(QObject):
    """Opens the help, the preferences and the dialog about the program."""

    def __init__(self, studio: Studio, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._studio = studio
        self._actions = actions
        self._window = window
        self._preferences: PreferencesDialog | None = None
        self._help: HelpWindow | None = None
        self._about: AboutDialog | None = None

    @property
    def help_window(self) -> HelpWindow | None:
        """The help, None before it was asked for."""
        return self._help

    def open_help(self) -> None:
        """Show the help for what has the focus."""
        self.show_help(topic_at(QApplication.focusWidget()))

    def show_help(self, topic: str) -> None:
        """Show one topic of the help."""
        if self._help is None:
            self._help = HelpWindow(self._actions, self._studio.settings.language, self._window)
        self._help.show_topic(topic)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def open_preferences(self) -> None:
        """Show the preferences."""
        if self._preferences is None:
            self._preferences = PreferencesDialog(self._studio, self._actions, self._window)
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()

    def open_about(self) -> None:
        """Show what this program is and what it is made of."""
        if self._about is None:
            self._about = AboutDialog(self._window)
        self._about.show()
        self._about.raise_()
