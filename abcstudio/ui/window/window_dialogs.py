"""The dialogs of the window as a whole; each is imported and made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio

if TYPE_CHECKING:
    from abcstudio.ui.window.about_dialog import AboutDialog
    from abcstudio.ui.window.help_window import HelpWindow
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
    def help_window(self) -> "HelpWindow | None":
        """The help, None before it was asked for."""
        return self._help

    @property
    def preferences(self) -> "PreferencesDialog | None":
        """The preferences, None before they were asked for."""
        return self._preferences

    def open_help(self) -> None:
        """Show the help for what has the focus."""
        from abcstudio.ui.window.help_window import topic_at

        self.show_help(topic_at(QApplication.focusWidget()))

    def show_help(self, topic: str) -> None:
        """Show one topic of the help."""
        if self._help is None:
            from abcstudio.ui.window.help_window import HelpWindow

            self._help = HelpWindow(self._actions, self._studio.settings.language, self._window)
        self._help.show_topic(topic)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def open_preferences(self) -> None:
        """Show the preferences."""
        if self._preferences is None:
            from abcstudio.ui.window.preferences_dialog import PreferencesDialog

            self._preferences = PreferencesDialog(self._studio, self._actions, self._window)
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()

    def shown(self) -> tuple[str, int]:
        """Return the topic of the open help, "" for none, and the tab of the open preferences."""
        has_help = self._help is not None and self._help.isVisible()
        has_preferences = self._preferences is not None and self._preferences.isVisible()
        topic = self._help.topic if self._help is not None and has_help else ""
        shown = self._preferences if has_preferences else None
        return topic, -1 if shown is None else shown.tabs.currentIndex()

    def show_again(self, topic: str, tab: int) -> None:
        """Open what `shown` returned of another window."""
        if topic:
            self.show_help(topic)
        if tab >= 0:
            self.open_preferences()
            if self._preferences is not None:
                self._preferences.tabs.setCurrentIndex(tab)

    def open_about(self) -> None:
        """Show what this program is and what it is made of."""
        if self._about is None:
            from abcstudio.ui.window.about_dialog import AboutDialog

            self._about = AboutDialog(self._window)
        self._about.show()
        self._about.raise_()
