"""Commands that are switched on and off together, and say why they are off."""

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction

from abcstudio.ui.services.actions import Actions, CommandSpec, WhyNot

_COMPOSER = "composer"
_MENUS_OF_THE_TUNE = ("tune", "note")


class CommandGroup(QObject):
    """Registers commands of one menu and page, and keeps off those that cannot do anything now."""

    def __init__(
        self,
        actions: Actions,
        parent: QObject,
        *,
        menu: str,
        submenu: str = "",
        page: str = "",
        acts_on_tune: bool | None = None,
        why_not: WhyNot | None = None,
    ) -> None:
        """Begin an empty group.

        Args:
            actions: Where the commands are registered.
            parent: What the group belongs to; the words are translated under its class's name.
            menu: The menu of its commands.
            submenu: The menu inside that menu, "" for none; a command may name another.
            page: The page that they need, "" for all.
            acts_on_tune: Whether they mean the tune in front; None is yes in the menus of the tune
                and of notes.
            why_not: Returns why the commands cannot be done now, "" when they can.
        """
        super().__init__(parent)
        self._actions = actions
        self._menu = menu
        self._submenu = submenu
        self._page = page
        is_of_tune = page == _COMPOSER and menu in _MENUS_OF_THE_TUNE
        self._acts_on_tune = is_of_tune if acts_on_tune is None else acts_on_tune
        self._context = type(parent).__name__
        self._why_not = why_not
        self._reasons: dict[str, WhyNot] = {}

    def add(self, spec: CommandSpec) -> QAction:
        """Register a command and return its action."""
        reason = spec.why_not or self._why_not
        if reason is not None:
            self._reasons[spec.id] = reason
        return self._actions.add(
            spec,
            context=self._context,
            menu=self._menu,
            submenu=self._submenu,
            page=self._page,
            acts_on_tune=self._acts_on_tune,
        )

    def add_all(self, *specs: CommandSpec) -> tuple[QAction, ...]:
        """Register commands and return their actions."""
        return tuple(self.add(spec) for spec in specs)

    def follow(self, *signals: SignalInstance) -> None:
        """Look again at what can be done now, and whenever one of these signals is emitted."""
        for signal in signals:
            signal.connect(self.show)
        self.show()

    def show(self) -> None:
        """Switch the commands on and off by what can be done now."""
        known: dict[WhyNot, str] = {}
        for action_id, why_not in self._reasons.items():
            if why_not not in known:
                known[why_not] = why_not()
            self._actions.set_available(action_id, known[why_not])
