"""A signal for changes of some preferences: the route from a preference to its effect."""

from PySide6.QtCore import QObject, Signal

from abcstudio.settings import Settings


class SettingsWatch(QObject):
    """Tells of changes of some preferences, and of no others.

    Signals:
        changed: At least one of them changed. Carries the new `Settings`.
    """

    changed = Signal(object)

    def __init__(self, names: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._names = names

    def compare(self, before: Settings, after: Settings) -> None:
        """Emit `changed` where one of the preferences differs."""
        if any(getattr(before, name) != getattr(after, name) for name in self._names):
            self.changed.emit(after)
